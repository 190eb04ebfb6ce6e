import type { RecordDocument } from "../api/index.ts"
import { type RuledReport, type ServedSite, servedSite, sightOf, type Viewer } from "../web/index.ts"
import {
  type CurrentSite,
  type FileReply,
  fileReplyOf,
  heldIn,
  type PageReply,
  pageQuery,
  replyOf,
  soonEnough,
} from "./current-site.ts"
import { HeldPages } from "./held-pages.ts"
import { type PageMaker, PageThread, pagesHere } from "./page-maker.ts"
import type { RecordTask } from "./page-messages.ts"
import { RecordPages } from "./record-pages.ts"

/** Where the record comes from. `current` gives the same object as long as nothing has changed. */
export interface DocumentSource {
  current(): RecordDocument
  /** Counts the records there have been, where there may be another; absent where the record is fixed. */
  version?(): number
}

/** A record that does not change. */
export function fixedSource(document: RecordDocument): DocumentSource {
  return { current: () => document }
}

export interface CurrentSiteOptions {
  /** Pages are made in a thread of their own; those that are likely to be asked for before anybody asks. */
  readonly isThreaded: boolean
  /** Whom pages are made for before anybody asks. */
  readonly likelyViewer: Viewer | null
}

/** A server is ready with so many pages: the lists of its largest story and its first claims. */
const readyPages = 40

/** Pages are made once for each state of the record, and held up to a limit. */
export function currentSite(
  source: DocumentSource,
  options: CurrentSiteOptions = { isThreaded: false, likelyViewer: null },
): CurrentSite {
  return new RecordSite(source, options)
}

class RecordSite implements CurrentSite {
  private readonly source: DocumentSource
  private readonly options: CurrentSiteOptions
  private readonly maker: PageMaker<RecordTask>
  private readonly held = new HeldPages()
  private readonly closed: ServedSite
  private readonly firstPages: Promise<void>
  private haveFirstPages = (): void => {}
  private document: RecordDocument | null = null
  private served: ServedSite | null = null

  constructor(source: DocumentSource, options: CurrentSiteOptions) {
    this.source = source
    this.options = options
    const prepare = (task: RecordTask): RecordTask | null => (task.kind === "show" ? null : this.showTask())
    this.maker = options.isThreaded
      ? new PageThread({ workerData: null, prepare })
      : pagesHere(new RecordPages())
    this.firstPages = new Promise((resolve) => {
      this.haveFirstPages = resolve
    })
    const { made, format } = this.current()
    const nothing = { format, made: { ...made, inputs: [] }, reports: [], stories: [], gaps: [] }
    this.closed = servedSite(nothing, { version: null })
  }

  site(): ServedSite {
    const document = this.current()
    this.served ??= servedSite(document, { version: this.version() })
    return this.served
  }

  closedSite(): ServedSite {
    return this.closed
  }

  async answer(path: string, asked: URLSearchParams, viewer: Viewer | null): Promise<PageReply> {
    this.current()
    const query = pageQuery(path, asked)
    const key = keyOf(path, query, viewer)
    const known = this.held.get(key)
    if (known) return { kind: "held", page: known }
    return this.held.made(
      key,
      () => this.make(path, query, viewer, false),
      (reply) => (path.startsWith("/search") ? null : heldIn(reply)),
    )
  }

  async export(story: string, name: string, styles: string): Promise<FileReply> {
    this.current()
    return fileReplyOf(await this.maker.ask({ kind: "export", story, name, styles }))
  }

  async story(slug: string): ReturnType<CurrentSite["story"]> {
    const site = this.site()
    const story = site.view.storyBySlug(slug)
    return story === null ? null : { site, story }
  }

  async named(ids: readonly string[]): Promise<readonly RuledReport[]> {
    const { view } = this.site()
    return ids.map((id) => ({ id, siglum: view.report(id)?.siglum ?? null }))
  }

  async standing(): ReturnType<CurrentSite["standing"]> {
    return {
      version: this.version() ?? 0,
      reports: this.current().reports.filter((report) => report.versionOf === null).length,
    }
  }

  async ready(): Promise<void> {
    await soonEnough(this.firstPages)
  }

  close(): Promise<void> {
    return this.maker.close()
  }

  private version(): number | null {
    return this.source.version?.() ?? null
  }

  /** The document as it stands; a new one is handed to the maker of pages before anything is asked of it. */
  private current(): RecordDocument {
    const document = this.source.current()
    if (document === this.document) return document
    this.document = document
    this.served = null
    this.held.clear()
    void this.makeAhead(document)
    return document
  }

  private showTask(): RecordTask {
    return { kind: "show", document: this.source.current(), version: this.version() }
  }

  private async makeAhead(document: RecordDocument): Promise<void> {
    const shown = await this.maker.ask(this.showTask())
    const likely = shown.kind === "shown" && this.options.isThreaded ? shown.likely : []
    const query = new URLSearchParams()
    for (const [place, path] of likely.entries()) {
      if (place === readyPages) this.haveFirstPages()
      if (this.document !== document || !this.held.hasRoomAhead()) break
      const key = keyOf(path, query, this.options.likelyViewer)
      if (this.held.get(key) !== null) continue
      const page = heldIn(await this.make(path, query, this.options.likelyViewer, true))
      if (page !== null && this.document === document) this.held.set(key, page)
    }
    this.haveFirstPages()
  }

  private async make(
    path: string,
    query: URLSearchParams,
    viewer: Viewer | null,
    isAhead: boolean,
  ): Promise<PageReply> {
    const task = { kind: "page", path, query: query.toString(), viewer } as const
    const subject = `${this.version()} ${path}?${query}`
    return replyOf(await this.maker.ask(task, { subject, isAhead }))
  }
}

function keyOf(path: string, query: URLSearchParams, viewer: Viewer | null): string {
  return `${sightOf(viewer)} ${path}?${query}`
}
