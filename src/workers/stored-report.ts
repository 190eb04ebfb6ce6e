import type { ReportId } from "../article/index.ts"
import type { CountedWords, PreparedReport, ReuseReport } from "../reuse/index.ts"
import type { ReportOrigin } from "./reuse-task.ts"

const unknownOrigin: ReportOrigin = { published: null, outlet: null, site: null, credits: [] }

/**
 * A report of which only what is asked for often is kept; its text and words are read again when they are asked for.
 * So the reports that share text with others cost little memory, however many they are.
 */
export class StoredReport implements PreparedReport {
  readonly report: ReuseReport
  readonly words: CountedWords

  constructor(id: string, wordCount: number, origin: ReportOrigin | null, load: () => PreparedReport) {
    this.report = new StoredText(id as ReportId, origin ?? unknownOrigin, load)
    this.words = new StoredWords(wordCount, load)
  }
}

class StoredText implements ReuseReport {
  readonly id: ReportId
  private readonly origin: ReportOrigin
  private readonly load: () => PreparedReport

  constructor(id: ReportId, origin: ReportOrigin, load: () => PreparedReport) {
    this.id = id
    this.origin = origin
    this.load = load
  }

  get published(): string | null {
    return this.origin.published
  }
  get outlet(): string | null {
    return this.origin.outlet
  }
  get site(): string | null {
    return this.origin.site
  }
  get credits(): ReuseReport["credits"] {
    return this.origin.credits
  }
  get text(): string {
    return this.load().report.text
  }
  get tokens(): ReuseReport["tokens"] {
    return this.load().report.tokens
  }
  get setAside(): ReuseReport["setAside"] {
    return this.load().report.setAside
  }
  get quoted(): ReuseReport["quoted"] {
    return this.load().report.quoted
  }
}

class StoredWords implements CountedWords {
  readonly count: number
  private readonly load: () => PreparedReport

  constructor(count: number, load: () => PreparedReport) {
    this.count = count
    this.load = load
  }

  get hashes(): Uint32Array {
    return this.load().words.hashes
  }
  get tokens(): Uint32Array {
    return this.load().words.tokens
  }
}
