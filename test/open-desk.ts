import { writeFileSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { InputItem } from "../src/net/index.ts"
import { PoliteFetcher } from "../src/net/index.ts"
import { Desk, type DeskOptions, sessionKeeper } from "../src/server/index.ts"

/** Two fictional events, with two reports each that tell of it alike. */
export const fictionalReports: Readonly<Record<string, string>> = {
  "gazette.txt": `Lighthouse keeper finds 30 lost kayaks at Port Ellary

The keeper of the Port Ellary lighthouse found 30 lost kayaks in a sea cave on Monday, the harbour office said. "We had given them up," said Maud Ferrin, who runs the kayak school of Port Ellary. The kayaks broke loose in the storm of 2 March.`,
  "courier.txt": `30 kayaks turn up in a sea cave

The keeper of the Port Ellary lighthouse found 30 lost kayaks in a sea cave on Monday. "We had given them up," said Maud Ferrin, who runs the kayak school of Port Ellary. The harbour office will tow them home on Thursday.`,
  "observer.txt": `Council of Upper Wenham votes to keep the brass band

The council of Upper Wenham voted nine to four on Tuesday to keep paying for the town's brass band. "A town without a tuba is a village," said councillor Otto Brandreth. The band costs 12,000 crowns a year.`,
  "tribune.txt": `Brass band of Upper Wenham saved by nine votes

The brass band of Upper Wenham will play on: the council voted nine to four on Tuesday to keep paying for it. "A town without a tuba is a village," said councillor Otto Brandreth. The band costs 14,000 crowns a year.`,
}

export function textInput(name: string, text: string): InputItem {
  const bytes = new TextEncoder().encode(text)
  const capture = { kind: "file", name, bytes, mediaType: null, charset: null, capturedAt: null } as const
  return { ok: true, named: true, capture }
}

/** A desk with the reports named, its fetcher free to ask servers on this machine. */
export async function openDesk(
  names: readonly string[] = Object.keys(fictionalReports),
  options: Partial<DeskOptions> = {},
): Promise<Desk> {
  const inputs = names.map((name) => textInput(name, fictionalReports[name]!))
  return Desk.open(
    {
      tool: "variorum 0.0.0",
      keeper: sessionKeeper(),
      fetcher: new PoliteFetcher({ pauseMs: 0, retriesMax: 0, timeoutMs: 2_000 }),
      ...options,
    },
    asyncItems(inputs),
    () => {},
  )
}

export async function* asyncItems<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

/** Files in a folder of their own, by the names given, and what takes them away. */
export async function filesOnDisk(
  contents: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ readonly path: (name: string) => string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "variorum-files-"))
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content)
  return { path: (name) => join(folder, name), remove: () => rm(folder, { recursive: true }) }
}
