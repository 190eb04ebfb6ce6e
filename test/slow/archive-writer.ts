/**
 * Adds captures to an archive until it is killed, and prints the name of each once it is kept.
 *
 * usage: node archive-writer.ts FOLDER SEED
 */
import { writeSync } from "node:fs"
import { randomOf } from "../../src/base/index.ts"
import type { Capture } from "../../src/intake/index.ts"
import { addCaptures, openArchive } from "../../src/store/index.ts"

const [folder = "", seed = "0"] = process.argv.slice(2)
const archive = await openArchive(folder, true)
if (!archive.ok) throw new Error(archive.error)
const random = randomOf(Number(seed))
for (let n = 0; ; ) {
  const batch = Array.from({ length: 1 + random.below(5) }, (): Capture => {
    const name = `http://a.example/${seed}/${n++}`
    const bytes = Buffer.from(`${name} `.repeat(1 + random.below(2000)))
    return { kind: "url", name, bytes, mediaType: "text/html", charset: null, capturedAt: null }
  })
  await addCaptures(archive.value, batch, "2031-03-04T00:00:00Z")
  writeSync(1, batch.map(({ name }) => `${name}\n`).join(""))
}
