import type { StoryWire } from "../api/index.ts"
import {
  comparedMax,
  type ExportedFile,
  queryNames,
  type RuledReport,
  type ServedSite,
  type SiteAnswer,
  type Viewer,
} from "../web/index.ts"
import { type HeldPage, heldPage } from "./held-pages.ts"
import type { PageAnswer, PageFailure } from "./page-messages.ts"

/** The pages of the record that stands now. */
export interface CurrentSite {
  site(): ServedSite
  /** A site of no record, for those who may not see any of it. */
  closedSite(): ServedSite
  answer(path: string, query: URLSearchParams, viewer: Viewer | null): Promise<PageReply>
  /** The file `name` of a story, with `styles` in it where it is a page. */
  export(slug: string, name: string, styles: string): Promise<FileReply>
  /** The story of that name in addresses, and the site that shows it. */
  story(slug: string): Promise<{ readonly site: ServedSite; readonly story: StoryWire } | null>
  /** What reports are called and where they are, in the order of `ids`. */
  named(ids: readonly string[]): Promise<readonly RuledReport[]>
  /** Another version each time that what stands at `path` may be another; and how many reports that is made of. */
  standing(path: string): Promise<{ readonly version: number | string; readonly reports: number }>
  /** Resolves when the first pages can be had without waiting, or after a while. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** A server does not wait longer for its first pages. */
const readyMsMax = 5_000

/** Resolves with the first pages, or when a server has waited long enough for them. */
export async function soonEnough(firstPages: Promise<void> | null): Promise<void> {
  await Promise.race([firstPages, new Promise((resolve) => setTimeout(resolve, readyMsMax).unref())])
}

export type PageReply =
  | { readonly kind: "held"; readonly page: HeldPage }
  /** It stands at another address. */
  | { readonly kind: "elsewhere"; readonly path: string }
  | { readonly kind: "nothing" }
  | PageFailure

export type FileReply =
  | { readonly kind: "file"; readonly file: ExportedFile }
  | { readonly kind: "nothing" }
  | PageFailure

export const nothing = { kind: "nothing" } as const

const mediaTypes: Readonly<Record<SiteAnswer["type"], string>> = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
}

/** A page made on the spot. */
export function pageOf(type: SiteAnswer["type"], content: string): PageReply {
  return { kind: "held", page: heldPage(mediaTypes[type], new TextEncoder().encode(content)) }
}

const queryCharsMax = 2_000

/** What of a query the page at `path` depends on: the rest would only make the same page under another name. */
export function pageQuery(path: string, query: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams()
  const names = queryNames(path)
  for (const name of names)
    for (const value of query.getAll(name).slice(0, comparedMax))
      kept.append(name, value.slice(0, queryCharsMax))
  return kept
}

/** What the maker of pages answered, to be sent. */
export function replyOf(answer: PageAnswer): PageReply {
  switch (answer.kind) {
    case "page":
      return { kind: "held", page: heldPage(mediaTypes[answer.type], answer.bytes, answer) }
    case "busy":
    case "failed":
      return answer
    default:
      return nothing
  }
}

export function fileReplyOf(answer: PageAnswer): FileReply {
  return answer.kind === "file" || answer.kind === "busy" || answer.kind === "failed" ? answer : nothing
}

/** The page in a reply, if there is one to hold. */
export function heldIn(reply: PageReply): HeldPage | null {
  return reply.kind === "held" ? reply.page : null
}
