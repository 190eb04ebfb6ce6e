import type { Fingerprints } from "./fingerprint.ts"

/** The fingerprints of many texts in one column: those of text `t` are `hashes[starts[t]] … hashes[starts[t + 1] - 1]`. */
export interface PrintColumns {
  /** One more than there are texts. */
  readonly starts: Uint32Array
  readonly hashes: Uint32Array
}

export function printColumns(
  prints: readonly Pick<Fingerprints, "hashes">[],
): PrintColumns & { readonly hashes: Uint32Array<ArrayBuffer> } {
  const starts = new Uint32Array(prints.length + 1)
  for (const [text, { hashes }] of prints.entries()) starts[text + 1] = starts[text]! + hashes.length
  const hashes = new Uint32Array(starts[prints.length]!)
  for (const [text, print] of prints.entries()) hashes.set(print.hashes, starts[text])
  return { starts, hashes }
}

export function textCount({ starts }: PrintColumns): number {
  return starts.length - 1
}
