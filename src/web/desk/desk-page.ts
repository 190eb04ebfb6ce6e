import type { StoryWire } from "../../api/index.ts"
import type { FoundList, StoryList } from "./archive-views.ts"
import type { JobView } from "./job-view.ts"

export const roles = ["reader", "editor", "owner"] as const
export type Role = (typeof roles)[number]

/** What whoever reads the page may do; null where no server is there to do it. */
export interface Viewer {
  /** The address signed in with, or null where nobody signs in. */
  readonly account: string | null
  readonly role: Role
}

/** A ruling with the names that its reports have now. */
export interface RulingView {
  readonly id: string
  readonly kind: "same-story" | "other-story"
  readonly reports: readonly RuledReport[]
  /** The other side of an `other-story`; else empty. */
  readonly others: readonly RuledReport[]
  /** Each null where nobody noted it. */
  readonly at: string | null
  readonly by: string | null
}

export interface RuledReport {
  readonly id: string
  /** Null: the report is not in the record now, and the ruling waits for it. */
  readonly siglum: string | null
  /** Where a record that is shown story by story has the report, and what to call it there. */
  readonly link?: { readonly href: string; readonly name: string } | null
}

export interface PersonView {
  readonly email: string
  readonly role: Role
}

/** A page of the server's own, beside those of the record. */
export type DeskPage =
  | { readonly page: "archive-library"; readonly list: StoryList }
  | { readonly page: "archive-search"; readonly list: FoundList }
  | { readonly page: "add"; readonly address: string | null; readonly fault: string | null }
  | { readonly page: "job"; readonly job: JobView }
  | { readonly page: "arrange"; readonly story: StoryWire; readonly fault: string | null }
  | { readonly page: "rulings"; readonly rulings: readonly RulingView[]; readonly done: string | null }
  | {
      readonly page: "sign-in"
      /** A provider to sign in at, as `issuer` names it; null where links alone are used. */
      readonly provider: string | null
      readonly fault: string | null
    }
  | { readonly page: "sign-in-link"; readonly token: string; readonly email: string }
  | { readonly page: "account" }
  | {
      readonly page: "people"
      readonly people: readonly PersonView[]
      /** A link just made, shown this once. */
      readonly link: { readonly email: string; readonly href: string; readonly minutes: number } | null
      readonly fault: string | null
    }
  | { readonly page: "notice"; readonly title: string; readonly words: string }
