import type { StoryWire } from "../api/index.ts"

/** A page of the record, whoever serves it. Every state of the screen stands in its address. */
export type PageAddress =
  | { readonly page: "library" }
  | { readonly page: "about" }
  | { readonly page: "search" }
  | { readonly page: Exclude<StorySection, "lineage" | "history">; readonly story: StoryWire }
  | { readonly page: "history"; readonly story: StoryWire; readonly pair?: VersionPair | undefined }
  | { readonly page: "lineage"; readonly story: StoryWire; readonly shown?: LineageShown }
  | StatementAddress
  | { readonly page: "figure"; readonly story: StoryWire; readonly number: number }
  | { readonly page: "export"; readonly story: StoryWire }
  | CompareAddress
  | { readonly page: "report"; readonly siglum: string }

export interface StatementAddress {
  readonly page: "statement"
  readonly story: StoryWire
  readonly number: number
  /** Absent: the apparatus, or the grid where the readings part at many points. */
  readonly view?: StatementView | undefined
  /** The siglum of the report whose words the others are told against; absent: the best supported wording. */
  readonly base?: string | undefined
}

/** The ways to set the readings of a statement side by side. */
export const statementViews = ["apparatus", "grid", "graph", "list"] as const

export type StatementView = (typeof statementViews)[number]

export interface CompareAddress {
  readonly page: "compare"
  readonly story: StoryWire
  /** The base first. */
  readonly sigla: readonly string[]
  /** Rows that match are open, too. */
  readonly isWhole?: boolean | undefined
  /** What differs in space, case or marks alone is marked, too. */
  readonly isTrivialShown?: boolean | undefined
}

/** Two captures of one page that are set side by side, counted from 1, earliest first. */
export interface VersionPair {
  /** The siglum of the report that stands in the story for the page. */
  readonly page: string
  readonly from: number
  readonly to: number
}

/** What of a lineage is drawn and listed. */
export interface LineageShown {
  /** Links of a lesser share, in whole per cent of the text that shares more, are left out; absent: none is. */
  readonly shareMin?: number | undefined
  /** Every copy of a text stands by itself. */
  readonly isUnfolded?: boolean | undefined
}

/** The lists of one story, in the order of its contents. */
export const storySections = [
  "overview",
  "statements",
  "figures",
  "reports",
  "lineage",
  "timeline",
  "history",
  "asks",
  "gaps",
] as const

export type StorySection = (typeof storySections)[number]

/** The name of one thing in addresses, the same as long as its id is the same. */
export interface Slugs {
  story(story: StoryWire): string
  report(siglum: string): string
}

/** Where a page lies in a dossier, from the dossier's root. */
export function dossierPath(address: PageAddress, slugs: Slugs): string {
  switch (address.page) {
    case "library":
      return "index.html"
    case "about":
    case "search":
      return `${address.page}.html`
    case "report":
      return `r/${slugs.report(address.siglum)}.html`
    case "statement":
      return `s/${slugs.story(address.story)}/q/${address.number}.html`
    case "figure":
      return `s/${slugs.story(address.story)}/f/${address.number}.html`
    case "compare": {
      const pair = address.sigla.map((siglum) => slugs.report(siglum)).join("--")
      return `s/${slugs.story(address.story)}/${pair === "" ? "compare" : `c/${pair}`}.html`
    }
    default:
      return `s/${slugs.story(address.story)}/${address.page === "overview" ? "index" : address.page}.html`
  }
}

/** The address that a server answers for a page. */
export function serverPath(address: PageAddress, slugs: Slugs): string {
  switch (address.page) {
    case "library":
      return "/"
    case "about":
    case "search":
      return `/${address.page}`
    case "report":
      return `/r/${slugs.report(address.siglum)}`
    case "statement":
      return `/s/${slugs.story(address.story)}/q/${address.number}${queryOf([
        ["base", address.base === undefined ? undefined : slugs.report(address.base)],
        ["view", address.view],
      ])}`
    case "figure":
      return `/s/${slugs.story(address.story)}/f/${address.number}`
    case "compare": {
      const [base, ...others] = address.sigla.map((siglum) => slugs.report(siglum))
      return `/s/${slugs.story(address.story)}/compare${queryOf([
        ["base", base],
        ["with", base === undefined ? undefined : others.join(",")],
        ["rows", address.isWhole ? "all" : undefined],
        ["trivial", address.isTrivialShown ? "shown" : undefined],
      ])}`
    }
    case "history": {
      const { pair } = address
      const fields = [
        ["page", pair && slugs.report(pair.page)],
        ["from", pair?.from.toString()],
        ["to", pair?.to.toString()],
      ] as const
      return `/s/${slugs.story(address.story)}/history${queryOf(fields)}`
    }
    case "lineage":
      return `/s/${slugs.story(address.story)}/lineage${queryOf([
        ["min", address.shown?.shareMin?.toString()],
        ["copies", address.shown?.isUnfolded ? "shown" : undefined],
      ])}`
    default:
      return `/s/${slugs.story(address.story)}${address.page === "overview" ? "" : `/${address.page}`}`
  }
}

/** Slugs and words of our own, which need no escaping. */
function queryOf(fields: readonly (readonly [name: string, value: string | undefined])[]): string {
  const given = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  return given.length === 0 ? "" : `?${given.join("&")}`
}

/** Where a server hands out a story as a file. */
export function exportPath(story: StoryWire, name: string, slugs: Slugs): string {
  return `/s/${slugs.story(story)}/export/${name}`
}

/** The way from one file of a dossier to another, both given from its root, so that it opens from any folder. */
export function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1)
  const there = to.split("/")
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/")
}
