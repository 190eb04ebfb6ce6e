import type { DifferenceWire, DisagreementWire } from "../api/index.ts"

/** What a mark says, told by glyph and line; the tint comes third, so that it survives print and colour blindness. */
export type Mark = "added" | "dropped" | "changed" | "figure" | "attribution" | "moved"

export const markGlyphs: Readonly<Record<Mark, string>> = {
  added: "+",
  dropped: "\u2212",
  changed: "~",
  figure: "\u2260",
  attribution: "@",
  moved: "\u21c4",
}

/** For a reader who does not see the mark. */
export const markWords: Readonly<Record<Mark, string>> = {
  added: "added",
  dropped: "left out",
  changed: "worded otherwise",
  figure: "another figure or date",
  attribution: "another speaker",
  moved: "moved",
}

export function markOfDifference(difference: DifferenceWire): Mark {
  if (difference.class === "figure") return "figure"
  if (difference.class === "speaker") return "attribution"
  switch (difference.kind) {
    case "added":
    case "spliced":
      return "added"
    case "dropped":
    case "cut":
      return "dropped"
    case "moved":
      return "moved"
    case "changed":
      return "changed"
  }
}

export function markOfDisagreement(kind: DisagreementWire["kind"]): Mark {
  switch (kind) {
    case "figure":
    case "date":
      return "figure"
    case "speaker":
    case "attribution":
      return "attribution"
    case "name":
    case "wording":
      return "changed"
  }
}

/** Differences that most readers want out of the way: counted, and shown when asked for. */
export function isTrivial(difference: DifferenceWire): boolean {
  return difference.class === "typography"
}
