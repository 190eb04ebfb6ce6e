import type { RecordDocument } from "../api/index.ts"
import { assert } from "../base/index.ts"
import { intakeGapText } from "../intake/index.ts"
import {
  type Archive,
  firstGaps,
  standingCounts,
  standingStories,
  standingVersion,
  storiesOfReports,
  storyVersion,
} from "../store/index.ts"
import { digestOf } from "../story/index.ts"
import {
  type SearchTrail,
  type ServedSite,
  type StoryList,
  servedSite,
  sightOf,
  type Viewer,
} from "../web/index.ts"
import type { ArchiveThreadData } from "./archive-messages.ts"
import {
  type CurrentSite,
  type FileReply,
  fileReplyOf,
  heldIn,
  nothing,
  type PageReply,
  pageOf,
  pageQuery,
  replyOf,
  soonEnough,
} from "./current-site.ts"
import { HeldPages } from "./held-pages.ts"
import { type PageMaker, PageThread, pagesHere } from "./page-maker.ts"
import type { ArchiveTask, FoundPlace, PageAsked, PageFailure } from "./page-messages.ts"
import { StoryPages, storyDocument } from "./story-pages.ts"

const storiesPerPage = 50
const gapsShownMax = 50
const hitsMax = 50

export interface ArchivePagesOptions extends ArchiveThreadData {
  /** Pages tell when there is something newer. */
  readonly isLive: boolean
  /** Pages are made in a thread of their own; those of the newest stories before anybody asks. */
  readonly isThreaded: boolean
  /** Whom pages are made for before anybody asks; absent: who does not sign in and only reads. */
  readonly likelyViewer?: Viewer | null
}

/** The newest stories that are made ready before anybody asks. */
const aheadStoriesMax = 200
/** What is made of a story once somebody has asked for one of its pages. */
const likelyLists = ["", "/statements", "/figures", "/reports", "/lineage", "/timeline"]

/**
 * The pages of an archive, story by story: what a page takes is read when it is asked for, and pages of a story are
 * made once for as long as the story is told as it is.
 */
export class ArchivePages implements CurrentSite {
  private readonly archive: Archive
  private readonly options: ArchivePagesOptions
  private readonly maker: PageMaker<ArchiveTask>
  /** Beside `maker`, since a search may take long. */
  private readonly searcher: PageMaker<ArchiveTask>
  private readonly held = new HeldPages()
  /** The making of pages before anybody asks, where it goes on; and the first of it. */
  private ahead: Promise<void> | null = null
  private firstStories: Promise<void> | null = null
  private isClosed = false

  constructor(archive: Archive, options: ArchivePagesOptions) {
    this.archive = archive
    this.options = options
    const { location, tool } = options
    const workerData = { location, tool } satisfies ArchiveThreadData
    if (options.isThreaded) {
      this.maker = new PageThread({ workerData })
      this.searcher = new PageThread({ workerData })
    } else {
      this.maker = pagesHere(new StoryPages(archive, tool))
      this.searcher = this.maker
    }
  }

  /** A site of no story, for the server's own pages. */
  site(): ServedSite {
    return this.emptySite(this.options.isLive ? "" : null)
  }

  closedSite(): ServedSite {
    return this.emptySite(null)
  }

  async answer(path: string, query: URLSearchParams, viewer: Viewer | null): Promise<PageReply> {
    const form = /\.(json|csv)$/.exec(path)?.[1] ?? "html"
    const bare = form === "html" ? path : path.slice(0, -(form.length + 1))
    if (bare === "/" || bare === "/index") return this.library(form, query, viewer)
    if (bare === "/search") return this.search(form, query, viewer)
    if (bare === "/about") {
      const about = this.site().answer(path, query, viewer)
      return about === null ? nothing : pageOf(about.type, about.content)
    }
    const report = /^\/r\/([0-9a-f]{16})$/.exec(bare)?.[1]
    if (report !== undefined) return this.located(report, Number(query.get("at") ?? Number.NaN), "")
    const story = storyIn(path)
    return story === null ? nothing : this.storyPage(story, path, query, viewer)
  }

  async export(story: string, name: string, styles: string): Promise<FileReply> {
    return fileReplyOf(await this.maker.ask({ kind: "export", story, name, styles }))
  }

  async story(slug: string): ReturnType<CurrentSite["story"]> {
    const version = await storyVersion(this.archive, slug)
    const document = version && (await storyDocument(this.archive, slug, this.options.tool))
    const story = document?.stories[0]
    if (!version || !document || !story) return null
    return { site: servedSite(document, { ...version, reportsUnder: `/s/${slug}` }), story }
  }

  async named(ids: readonly string[]): ReturnType<CurrentSite["named"]> {
    const digests = ids.map((id) => digestOf(id as Parameters<typeof digestOf>[0]))
    const places = await storiesOfReports(this.archive, digests)
    const titles = new Map<string, string | null>()
    for (const { story } of places.values())
      if (!titles.has(story)) titles.set(story, (await storyVersion(this.archive, story))?.title ?? null)
    return ids.map((id, i) => {
      const place = places.get(digests[i]!)
      const link = place ? { href: `/r/${digests[i]}`, name: titles.get(place.story) ?? id } : null
      return { id, siglum: null, link }
    })
  }

  async standing(path: string): ReturnType<CurrentSite["standing"]> {
    const story = storyIn(path)
    if (story !== null) {
      const now = await storyVersion(this.archive, story)
      return { version: now?.version ?? "gone", reports: now?.reports ?? 0 }
    }
    const { version } = await standingVersion(this.archive, this.options.tool)
    return { version, reports: (await standingCounts(this.archive)).reports }
  }

  /** The newest stories can be had without waiting. */
  async ready(): Promise<void> {
    this.changed()
    await soonEnough(this.firstStories)
  }

  /** Stories may have changed: the newest are made ready again, unless that goes on. */
  changed(): void {
    if (!this.options.isThreaded || this.ahead !== null) return
    this.firstStories = this.makeStories(0).catch(() => {})
    const further = async (): Promise<void> => {
      await this.firstStories
      for (let from = storiesPerPage; from < aheadStoriesMax; from += storiesPerPage)
        await this.makeStories(from)
    }
    this.ahead = further()
      .catch(() => {})
      .finally(() => {
        this.ahead = null
      })
  }

  async close(): Promise<void> {
    this.isClosed = true
    await Promise.all([this.maker.close(), this.searcher.close()])
  }

  private emptySite(version: string | null, reports = 0): ServedSite {
    const document: RecordDocument = {
      format: "variorum-record/1",
      made: { tool: this.options.tool, options: {}, inputs: [] },
      reports: [],
      stories: [],
      gaps: [],
    }
    return servedSite(document, { version, reports })
  }

  private async library(form: string, query: URLSearchParams, viewer: Viewer | null): Promise<PageReply> {
    if (form === "csv") return nothing
    const place = query.get("from") ?? "0"
    const from = /^\d{1,9}$/.test(place) ? Number(place) : 0
    const { version, isBehind } = await standingVersion(this.archive, this.options.tool)
    const list: StoryList = {
      stories: await standingStories(this.archive, { from, count: storiesPerPage }),
      from,
      perPage: storiesPerPage,
      counts: await standingCounts(this.archive),
      gaps: from === 0 ? (await firstGaps(this.archive, gapsShownMax)).map(intakeGapText) : [],
      isBehind,
      readOnly: this.archive.readOnly,
    }
    if (form === "json") return jsonPage(list)
    const site = this.emptySite(this.options.isLive ? version : null, list.counts.reports)
    return pageOf("html", site.deskPage({ page: "archive-library", list }, viewer))
  }

  private async search(form: string, query: URLSearchParams, viewer: Viewer | null): Promise<PageReply> {
    if (form === "csv") return nothing
    const asked = (query.get("q") ?? "").slice(0, 200)
    const found = await this.found(asked)
    if ("kind" in found) return found
    const { hits, isCut } = found
    const result = numberIn(query.get("result"))
    if (result !== null) {
      const hit = hits[result - 1]
      if (!hit) return nothing
      const trail = new URLSearchParams({ find: asked, result: String(result) })
      return this.located(hit.digest, hit.passage?.start ?? Number.NaN, `?${trail}`)
    }
    const list = {
      query: asked,
      isCut,
      hits: hits.map(({ digest: _, ...hit }, i) => ({ ...hit, href: resultPath(asked, i + 1) })),
    }
    return form === "json"
      ? jsonPage(list)
      : pageOf("html", this.site().deskPage({ page: "archive-search", list }, viewer))
  }

  private async found(query: string): Promise<Found | PageFailure> {
    if (query.trim() === "") return { hits: [], isCut: false }
    const task = { kind: "search", query, count: hitsMax + 1 } as const
    const answer = await this.searcher.ask(task, { subject: `search ${query}` })
    if (answer.kind === "busy" || answer.kind === "failed") return answer
    assert(answer.kind === "found", "a search gives what it found")
    return { hits: answer.hits.slice(0, hitsMax), isCut: answer.hits.length > hitsMax }
  }

  /** The address of a report in its story, at the sentence that holds `at`. */
  private async located(digest: string, at: number, query: string): Promise<PageReply> {
    const answer = await this.searcher.ask({ kind: "locate", digest, at: Number.isNaN(at) ? null : at })
    if (answer.kind !== "located") return replyOf(answer)
    const fragment = answer.fragment === null ? "" : `#${answer.fragment}`
    return { kind: "elsewhere", path: `${answer.path}${query}${fragment}` }
  }

  private async storyPage(
    story: string,
    path: string,
    query: URLSearchParams,
    viewer: Viewer | null,
  ): Promise<PageReply> {
    const now = await storyVersion(this.archive, story)
    if (now === null) return nothing
    const asked = (query.get("find") ?? "").slice(0, 200)
    const trail = asked === "" ? null : await this.trailOf(asked, numberIn(query.get("result")))
    if (trail !== null && "kind" in trail) return trail
    const told = /\/history$/.test(path) ? await standingVersion(this.archive, this.options.tool) : null
    const own = pageQuery(path, query).toString()
    const key = keyOf(viewer, now.version, told?.version ?? "", `${path}?${own}`)
    const known = trail === null ? this.held.get(key) : null
    if (known) return { kind: "held", page: known }
    const task = this.pageTask(story, path, viewer)
    const subject = `${story} ${now.version}`
    const make = async (): Promise<PageReply> =>
      replyOf(await this.maker.ask({ ...task, query: own, trail }, { subject }))
    if (trail !== null) return make()
    const made = await this.held.made(key, make, heldIn)
    if (this.options.isThreaded && made.kind === "held")
      for (const list of likelyLists) void this.makeAhead(story, now.version, `/s/${story}${list}`, viewer)
    return made
  }

  private pageTask(story: string, path: string, viewer: Viewer | null): PageAsked {
    const own = path.replace(/^\/s\/[^/]+(?=\/r\/)/, "")
    const { isLive } = this.options
    return { kind: "page", story, path: own, query: "", viewer, isLive, trail: null }
  }

  /** A page that nobody has asked for yet. */
  private async makeAhead(
    story: string,
    version: string,
    path: string,
    viewer: Viewer | null,
  ): Promise<void> {
    const key = keyOf(viewer, version, "", `${path}?`)
    if (this.isClosed || !this.held.hasRoomAhead() || this.held.get(key) !== null) return
    const how = { subject: `${story} ${version}`, isAhead: true }
    const page = heldIn(replyOf(await this.maker.ask(this.pageTask(story, path, viewer), how)))
    if (page !== null) this.held.set(key, page)
  }

  /** The page that each of the stories opens on, of one page of the library. */
  private async makeStories(from: number): Promise<void> {
    for (const { id } of await standingStories(this.archive, { from, count: storiesPerPage })) {
      const now = this.isClosed ? null : await storyVersion(this.archive, id)
      if (now) await this.makeAhead(id, now.version, `/s/${id}`, this.options.likelyViewer ?? null)
    }
  }

  private async trailOf(query: string, number: number | null): Promise<SearchTrail | PageFailure | null> {
    if (number === null) return null
    const found = await this.found(query)
    if ("kind" in found) return found
    const { hits, isCut } = found
    if (number > hits.length) return null
    return {
      query,
      number,
      of: hits.length,
      isCut,
      all: `/search?${new URLSearchParams({ q: query })}`,
      previous: number > 1 ? resultPath(query, number - 1) : null,
      next: number < hits.length ? resultPath(query, number + 1) : null,
    }
  }
}

interface Found {
  readonly hits: readonly FoundPlace[]
  readonly isCut: boolean
}

function keyOf(viewer: Viewer | null, version: string, told: string, address: string): string {
  return `${sightOf(viewer)} ${version} ${told} ${address}`
}

function storyIn(path: string): string | null {
  return /^\/s\/([^/]+?)(?:\.(?:json|csv))?(?:\/|$)/.exec(path)?.[1] ?? null
}

function numberIn(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null
}

function resultPath(query: string, result: number): string {
  return `/search?${new URLSearchParams({ q: query, result: String(result) })}`
}

function jsonPage(value: object): PageReply {
  return pageOf("json", `${JSON.stringify(value)}\n`)
}
