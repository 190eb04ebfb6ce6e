import type { ComponentChild } from "preact"
import type { ReportWire, StoryWire, TextLevel } from "../api/index.ts"
import type { PageAddress } from "./address.ts"
import type { SearchTrail, SpreadRow } from "./desk/archive-views.ts"
import type { Viewer } from "./desk/desk-page.ts"
import type { Drawer } from "./evidence.ts"
import type { RecordView } from "./record-view.ts"

/** Where pages are being shown: in a dossier on a disk, or by a server. */
export interface Site {
  readonly view: RecordView
  /** The link from the page being made to another, or null when nobody serves that page. */
  to(address: PageAddress, fragment?: string): string | null
  asset(name: string): string
  /** The same page for programs. */
  readonly forms: readonly { readonly name: string; readonly href: string }[]
  /** What was searched for; empty on every other page. */
  readonly query: string
  /** What is handed on to be kept; null for a server's pages, which show what there is. */
  readonly dossier: DossierTelling | null
  /** By a server, which sends its own policy and can search. */
  readonly isServed: boolean
  /** Whoever reads may add reports to the record and rule on its stories. */
  readonly canAdd: boolean
  /** Who reads; null where nobody could do more than read. */
  readonly viewer: Viewer | null
  /** Says that the record may change while it is read, and how many reports it has now; null where it cannot. */
  readonly live: { readonly version: number | string; readonly reports: number } | null
  /** Where the reader stands among what a search has found; null: came from none. */
  readonly trail: SearchTrail | null
  /** Who still prints what the pages of the story have changed; null where only the story is at hand. */
  readonly spread: readonly SpreadRow[] | null
}

/** What a dossier says of itself. */
export interface DossierTelling {
  readonly text: TextLevel
  /** It holds this story and no other, and opens on a cover. */
  readonly of: StoryWire | null
  /** All pages stand in one file. */
  readonly isOneFile: boolean
}

/** The file of a story's dossier that holds all pages, beside them. */
export const oneFileName = "whole.html"

/** A page before it gets its frame. */
export interface PageContent {
  readonly title: string
  /** Null for the server's own pages, which no record has. */
  readonly address: PageAddress | null
  readonly story: StoryWire | null
  readonly body: ComponentChild
  readonly drawers: readonly Drawer[]
  /** Shows nothing of the record around it. */
  readonly isBare?: boolean
  /** Asks for itself again after so long where no script does it; null or absent: never. */
  readonly refreshSeconds?: number | null
}

/** The outlet, or the words for not knowing it. */
export function outletName(report: ReportWire): string {
  return report.outlet ?? "Outlet not known"
}

/** The report's language as a page may state it; empty, which means unknown, where the record's is no language tag. */
export function languageOf(report: ReportWire): string {
  return report.language !== null && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(report.language)
    ? report.language
    : ""
}

export function headline(report: ReportWire): string {
  return report.title ?? "No headline found"
}

export function storyTitle(story: StoryWire): string {
  return storyName(story.title)
}

export function storyName(title: string | null): string {
  return title ?? "Story without a title"
}
