import type { SearchedText } from "./find-sentences.ts"

/** A report as a dossier's search needs it. */
export interface SearchedReport extends SearchedText {
  readonly siglum: string
  readonly outlet: string | null
  /** From the dossier's root. */
  readonly path: string
}

/** The name under which a dossier's search finds its texts: a page on a disk may load a script, but read no file. */
export const searchDataName = "variorumSearchData"
