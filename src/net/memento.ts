import { type Capture, mementoTime, readTimeMap } from "../intake/index.ts"

/**
 * What was given as a page and is a memento, by the word of its archive, is a capture of the page that it keeps, at the
 * time that it was kept. An archive that keeps the page under an address without the page's own is not believed, since any
 * server may send these headers.
 */
export function withMemento(capture: Capture, headers: ReadonlyMap<string, string>): Capture {
  const at = mementoTime(headers.get("memento-datetime"))
  const original = at === null ? undefined : readTimeMap(headers.get("link") ?? "")?.original
  if (original === undefined || !capture.answer) return capture
  const place = capture.name.indexOf(original.replace(/\/$/, ""))
  return place <= 0
    ? capture
    : { ...capture, capturedAt: at, answer: { ...capture.answer, mementoOf: original } }
}
