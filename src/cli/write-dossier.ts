import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import type { RecordDocument } from "../api/index.ts"
import { sha256Hex } from "../base/index.ts"
import { readAssets } from "../server/index.ts"
import { renderDossier } from "../web/index.ts"

/** What a dossier's `manifest.json` holds: every other file, by the hash of its bytes. */
export interface DossierManifest {
  readonly format: "variorum-dossier/1"
  readonly tool: string
  /** Sorted by path. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}

/** Writes the record as pages that open from disk. Files of the same names are replaced; others are left alone. */
export async function writeDossier(document: RecordDocument, folder: string): Promise<void> {
  const files = renderDossier(document, { assets: await readAssets() })
  const manifest: DossierManifest = {
    format: "variorum-dossier/1",
    tool: document.made.tool,
    files: files.map(({ path, content }) => ({
      path,
      bytes: Buffer.byteLength(content),
      sha256: sha256Hex(content),
    })),
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
