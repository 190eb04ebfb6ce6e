import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import {
  oneStory,
  type RecordDocument,
  recordDate,
  type SentenceHash,
  type StoryWire,
  sentenceHashes,
  type TextLevel,
} from "../api/index.ts"
import { sha256Hex } from "../base/index.ts"
import { readAssets } from "../server/index.ts"
import { renderDossier } from "../web/index.ts"

/** What a dossier's `manifest.json` holds: every other file, and every cited sentence, by the hash of its bytes. */
export interface DossierManifest {
  readonly format: "variorum-dossier/1"
  readonly tool: string
  /** As the record was made. */
  readonly settings: Readonly<Record<string, unknown>>
  /** The id of the one story it holds; null: every story of the record. */
  readonly story: string | null
  /** The latest time that the record knows; null where it knows none. Never the time of writing. */
  readonly date: string | null
  readonly text: TextLevel
  /** Sorted by path. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
  readonly cited: readonly SentenceHash[]
}

export interface DossierChoice {
  readonly text: TextLevel
  /** Null: every story. */
  readonly story: StoryWire | null
}

/** Writes the record as pages that open from disk. Files of the same names are replaced; others are left alone. */
export async function writeDossier(
  document: RecordDocument,
  folder: string,
  { text, story }: DossierChoice = { text: "full", story: null },
): Promise<void> {
  const assets = await readAssets()
  const files = renderDossier(document, { assets, text, ...(story === null ? {} : { story }) })
  const own = story === null ? document : oneStory(document, story)
  const manifest: DossierManifest = {
    format: "variorum-dossier/1",
    tool: document.made.tool,
    settings: document.made.options,
    story: story?.id ?? null,
    date: recordDate(own),
    text,
    files: files.map(({ path, content }) => ({
      path,
      bytes: Buffer.byteLength(content),
      sha256: sha256Hex(content),
    })),
    cited: sentenceHashes(own),
  }
  for (const { path, content } of [
    ...files,
    { path: "manifest.json", content: `${JSON.stringify(manifest, null, 2)}\n` },
  ]) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
  }
}
