import type { StoryWire } from "../api/index.ts"

/** A page of the record, whoever serves it. Every state of the screen stands in its address. */
export type PageAddress =
  | { readonly page: "library" }
  | { readonly page: "about" }
  | { readonly page: "search" }
  | { readonly page: StorySection; readonly story: StoryWire }
  | { readonly page: "statement"; readonly story: StoryWire; readonly number: number }
  | { readonly page: "figure"; readonly story: StoryWire; readonly number: number }
  | { readonly page: "export"; readonly story: StoryWire }
  | { readonly page: "compare"; readonly story: StoryWire; readonly sigla: readonly string[] }
  | { readonly page: "report"; readonly siglum: string }

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
      return `/s/${slugs.story(address.story)}/q/${address.number}`
    case "figure":
      return `/s/${slugs.story(address.story)}/f/${address.number}`
    case "compare": {
      const [base, ...others] = address.sigla.map((siglum) => slugs.report(siglum))
      const query = base === undefined ? "" : `?base=${base}&with=${others.join(",")}`
      return `/s/${slugs.story(address.story)}/compare${query}`
    }
    default:
      return `/s/${slugs.story(address.story)}${address.page === "overview" ? "" : `/${address.page}`}`
  }
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
