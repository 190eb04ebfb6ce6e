import { encodeRecord, type InputOutcome, type RecordDocument } from "../api/index.ts"
import { compareStrings } from "../base/index.ts"
import {
  type Archive,
  searchArchive,
  standingSpread,
  standingStory,
  storiesOfReports,
  storyVersion,
} from "../store/index.ts"
import { digestOf } from "../story/index.ts"
import { type ServedSite, type SpreadRow, servedSite } from "../web/index.ts"
import type { ArchiveTask, ExportAsked, PageAnswer, PageAsked } from "./page-messages.ts"
import { exportAnswer, pageAnswer } from "./record-pages.ts"

interface HeldStory {
  readonly version: string
  readonly reports: number
  /** Whose pages say when they are out of date, and whose pages do not; each made when first wanted. */
  live(): ServedSite
  still(): ServedSite
}

/** So many reports, in whatever stories, are held ready to make pages of. */
const heldReportsMax = 4_000

/** Makes the pages of an archive's stories, each from the story's own part of the record. */
export class StoryPages {
  private readonly archive: Archive
  private readonly tool: string
  private readonly held = new Map<string, HeldStory>()

  constructor(archive: Archive, tool: string) {
    this.archive = archive
    this.tool = tool
  }

  answer(task: ArchiveTask): Promise<PageAnswer> {
    switch (task.kind) {
      case "page":
        return this.page(task)
      case "export":
        return this.export(task)
      case "search":
        return this.search(task)
      case "locate":
        return this.locate(task)
    }
  }

  private async page({ story, path, query, viewer, isLive, trail }: PageAsked): Promise<PageAnswer> {
    const held = await this.storyOf(story)
    if (held === null) return { kind: "nothing" }
    const spread = path === `/s/${story}/history` ? await this.spreadOf(story) : null
    const site = isLive ? held.live() : held.still()
    return pageAnswer(site.answer(path, new URLSearchParams(query), viewer, { trail, spread }))
  }

  private async export(asked: ExportAsked): Promise<PageAnswer> {
    const held = await this.storyOf(asked.story)
    return held === null ? { kind: "nothing" } : exportAnswer(held.still(), asked)
  }

  /** The story as it stands now; of those held before, the least lately asked for give way. */
  private async storyOf(id: string): Promise<HeldStory | null> {
    const now = await storyVersion(this.archive, id)
    const known = this.held.get(id)
    this.held.delete(id)
    if (now === null) return null
    const story = known?.version === now.version ? known : await this.readStory(id, now)
    if (story === null) return null
    this.held.set(id, story)
    let reports = 0
    for (const one of this.held.values()) reports += one.reports
    for (const [oldest, one] of this.held) {
      if (reports <= heldReportsMax || oldest === id) break
      this.held.delete(oldest)
      reports -= one.reports
    }
    return story
  }

  private async readStory(
    id: string,
    { version, reports }: { readonly version: string; readonly reports: number },
  ): Promise<HeldStory | null> {
    const document = await storyDocument(this.archive, id, this.tool)
    if (document === null) return null
    const reportsUnder = `/s/${id}`
    let [live, still]: [ServedSite | null, ServedSite | null] = [null, null]
    return {
      version,
      reports,
      live: () => {
        live ??= servedSite(document, { version, reports, reportsUnder })
        return live
      },
      still: () => {
        still ??= servedSite(document, { version: null, reportsUnder })
        return still
      },
    }
  }

  private async spreadOf(story: string): Promise<readonly SpreadRow[]> {
    const spread = await standingSpread(this.archive, story)
    const reports = spread.flatMap(({ still }) => still.map(({ report }) => report))
    const places = await storiesOfReports(this.archive, reports.map(digestOf))
    const held = await this.storyOf(story)
    return spread.map(({ address, when, old, still }) => ({
      page: address,
      when,
      words: old.text,
      still: still.flatMap(({ report, start, text }) => {
        const place = places.get(digestOf(report))
        if (!place) return []
        const here = place.story === story ? held?.still().view.report(report) : null
        const href = `/r/${digestOf(report)}?at=${start}`
        return [{ href, name: here?.siglum ?? "a report of another story", words: text }]
      }),
    }))
  }

  private async search({ query, count }: Extract<ArchiveTask, { kind: "search" }>): Promise<PageAnswer> {
    const hits = await searchArchive(this.archive, query, { within: "reports", count })
    return {
      kind: "found",
      hits: hits.map(({ report, outlet, published, title, passage, found }) => {
        return { digest: digestOf(report), outlet, published, title, passage, found }
      }),
    }
  }

  /** Where a report is shown, and the sentence at `at`. */
  private async locate({ digest, at }: Extract<ArchiveTask, { kind: "locate" }>): Promise<PageAnswer> {
    const place = (await storiesOfReports(this.archive, [digest])).get(digest)
    const view = place ? (await this.storyOf(place.story))?.still().view : undefined
    const report = place ? view?.report(place.report) : null
    if (!place || !view || !report) return { kind: "nothing" }
    const sentence =
      at === null ? -1 : report.sentences.findIndex(({ start, end }) => start <= at && at < end)
    return {
      kind: "located",
      path: `/s/${place.story}/r/${view.slugs.report(report.siglum)}`,
      fragment: sentence < 0 ? null : `s${sentence + 1}`,
    }
  }
}

/** The record of one story of an archive, as a document of its own; null where there is none. */
export async function storyDocument(
  archive: Archive,
  id: string,
  tool: string,
): Promise<RecordDocument | null> {
  const record = await standingStory(archive, id)
  if (record === null) return null
  const document = encodeRecord(record, { tool, options: {}, inputs: [] })
  const inputs = new Map<string, InputOutcome>()
  for (const { source } of document.reports) {
    const input = "url" in source ? source.url : source.file
    inputs.set(`${input}\n${source.sha256}`, { input, sha256: source.sha256, ok: true, error: null })
  }
  const sorted = [...inputs.entries()].sort(([a], [b]) => compareStrings(a, b)).map(([, one]) => one)
  return { ...document, made: { ...document.made, inputs: sorted } }
}
