import { type InputItem, inputFilesLimits, readInputFiles } from "../net/index.ts"
import { siteOf } from "../reuse/index.ts"
import { openArchive, readCaptures, shownLocation, siteTexts } from "../store/index.ts"
import { archiveOperand, isArchive } from "./archive-operand.ts"
import type { Io } from "./io.ts"
import { addressesOrRest } from "./listed-addresses.ts"

/**
 * All that a command's operands name: what is read from outside, and then what the archives among them keep. A list of
 * addresses on standard input stands for the pages that it names.
 */
export async function* readInputs(named: readonly string[], io: Io): AsyncGenerator<InputItem> {
  const listed = named.includes("-") ? await addressesOrRest(io.input) : { addresses: null, rest: io.input }
  const operands = named.flatMap((one) => (one === "-" ? (listed.addresses ?? [one]) : [one]))
  yield* readInputFiles(
    operands.filter((operand) => !isArchive(operand, io)),
    {
      ...inputFilesLimits,
      workingFolder: io.workingFolder,
      standardInput: listed.rest,
      contact: io.environment.VARIORUM_CONTACT ?? null,
    },
  )
  for (const operand of operands.filter((operand) => isArchive(operand, io))) yield* readArchive(operand, io)
}

async function* readArchive(operand: string, io: Io): AsyncGenerator<InputItem> {
  const archive = await openArchive(archiveOperand(operand, io), false)
  if (!archive.ok) {
    const gap = {
      name: shownLocation(operand),
      member: null,
      kind: "unreadable",
      detail: archive.error,
    } as const
    yield { ok: false, gap, named: true }
    return
  }
  try {
    const repeated = await siteTexts(archive.value.database)
    for await (const { capture } of readCaptures(archive.value)) {
      const texts = repeated.get(siteOf(capture.name) ?? "")?.texts ?? []
      yield {
        ok: true,
        capture: texts.length > 0 ? { ...capture, siteTexts: texts } : capture,
        named: false,
      }
    }
  } finally {
    await archive.value.close()
  }
}
