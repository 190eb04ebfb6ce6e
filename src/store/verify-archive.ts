import { sha256Hex } from "../base/index.ts"
import { readBlob } from "./blobs.ts"
import { readChain } from "./captures.ts"
import { chainHash, chainStart } from "./hash-chain.ts"
import type { Archive } from "./open-archive.ts"
import { readRemovals, removalFaults, removalText } from "./removals.ts"

export interface ArchiveCheck {
  readonly captures: number
  readonly head: string
  /** Sentences for a user, in the order of the chain. Empty: every hash holds. */
  readonly faults: readonly string[]
  /** Captures whose bytes were taken out, and why; no fault. */
  readonly removed: readonly string[]
}

/** Faults beyond this are counted, not told. */
const faultsMax = 100

/**
 * Rechecks every capture's bytes against their name and every link of the chain against the one before. `head`, noted
 * elsewhere before, must be the head now or have been it once: then nothing up to it was changed or taken out.
 */
export async function verifyArchive(archive: Archive, head: string | null): Promise<ArchiveCheck> {
  const faults: string[] = []
  let more = 0
  const tell = (fault: string): void => {
    if (faults.length < faultsMax) faults.push(fault)
    else more++
  }
  const removals = await readRemovals(archive.database)
  for (const fault of removalFaults(removals)) tell(fault)
  const removalOf = new Map(
    removals.flatMap((removal) => removal.captures.map((seq) => [seq, removal] as const)),
  )
  const removed: string[] = []
  let captures = 0
  let previous = chainStart
  let headSeen = head === null || head === chainStart
  for await (const entry of readChain(archive)) {
    captures++
    const at = `capture ${entry.seq} (${entry.name})`
    if (entry.seq !== captures) tell(`${at}: the one before it is missing`)
    captures = entry.seq
    if (entry.previous !== previous) tell(`${at}: it does not follow the one before it`)
    if (chainHash(entry) !== entry.hash) tell(`${at}: what the archive says of it was changed`)
    const bytes = await readBlob(archive.database, entry.sha256)
    const removal = removalOf.get(entry.seq)
    if (removal) removed.push(`${at} was ${removalText(removal)}`)
    else if (bytes === null) tell(`${at}: its bytes are missing or damaged`)
    else if (sha256Hex(bytes) !== entry.sha256) tell(`${at}: its bytes were changed`)
    previous = entry.hash
    headSeen ||= entry.hash === head
  }
  if (!headSeen) tell(`the head ${head} is not in the chain: captures were changed or taken out`)
  if (more > 0) faults.push(`and ${more} more`)
  return { captures, head: previous, faults, removed }
}
