import type { ReportWire } from "../api/index.ts"
import type { Span } from "../base/index.ts"
import type { StoryRow as ListedStory } from "../web/index.ts"
import type { ToldStory } from "./told-story.ts"

/** Where the tools find what they tell: one record document, or an archive's stories one by one. */
export interface RecordSource {
  /** Another word each time that something else may be told. */
  version(): Promise<string>
  /** Stories from a place on, and how many there are in all. */
  stories(from: number, count: number): Promise<{ readonly rows: readonly StoryRow[]; readonly of: number }>
  /** The story of that id in addresses; null where there is none. */
  story(id: string): Promise<ToldStory | null>
  /** The report whose id has that digest, in its story; null where there is none, or it is in no story. */
  report(digest: string): Promise<{ readonly told: ToldStory; readonly report: ReportWire } | null>
  search(query: string, from: number, count: number): Promise<FoundHits>
  /** A story as one JSON document; null where there is none. */
  document(id: string): Promise<object | null>
  close(): Promise<void>
}

/** A story as a list shows it, with the address of its page. */
export interface StoryRow extends ListedStory {
  readonly address: string
}

export interface FoundHits {
  readonly hits: readonly FoundHit[]
  readonly hasMore: boolean
}

export interface FoundHit {
  readonly reportId: string
  readonly outlet: string | null
  readonly title: string | null
  readonly published: string | null
  /** The id of its story in addresses; null where it is in none. */
  readonly story: string | null
  /** The sentence, in the report's text; null where only the title holds the words. */
  readonly passage: (Span & { readonly text: string }) | null
  readonly address: string
}
