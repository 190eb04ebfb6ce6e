import type { ComponentChild } from "preact"
import type { ReportWire, StoryWire } from "../api/index.ts"
import type { PageAddress } from "./address.ts"
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
  /** By a server, which sends its own policy and can search. */
  readonly isServed: boolean
  /** Reports may be added to the record through the pages. */
  readonly canAdd: boolean
}

/** A page before it gets its frame. */
export interface PageContent {
  readonly title: string
  readonly address: PageAddress
  readonly story: StoryWire | null
  readonly body: ComponentChild
  readonly drawers: readonly Drawer[]
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
  return story.title ?? "Story without a title"
}
