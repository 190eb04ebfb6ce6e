import type { Span } from "../src/base/index.ts"
import type { Quotation } from "../src/language/index.ts"
import { type Figures, f1Of } from "./measure.ts"
import type { GoldArticle } from "./polnear.ts"

/** The speech that stands in no other: PolNeAR's guidelines label the words of another inside a quotation with it. */
function outermost(quotations: readonly Quotation[]): readonly Quotation[] {
  const speech = quotations.filter((quotation) => quotation.speech)
  return speech.filter(({ parts }, at) => {
    const { start, end } = parts[0]!
    return !speech
      .slice(0, at)
      .some((other) => other.parts.some((part) => part.start <= start && end <= part.end))
  })
}

/**
 * Scores quotations and speakers as `score/quotes.py` beside the data does: boundary marks, blanks and final
 * punctuation never decide a match; spans are cut at paragraph breaks; direct, mixed or indirect is decided from the
 * marks in the text.
 */
export class QuotationScore {
  private readonly counts = new Map<string, number>()

  add(article: GoldArticle, quotations: readonly Quotation[]): void {
    const page = new ScoredPage(article.text)
    const gold = article.attributions.map(({ content, source }) => sideOf(page, content, source))
    const whole = article.attributions.map(({ content, source }) =>
      sideOf(page, joined(article.text, content), source),
    )
    const found = outermost(quotations).map(({ parts, speaker }) =>
      sideOf(page, parts, speaker ? [speaker] : []),
    )
    const mixed = unionOf(gold.filter(({ kind }) => kind === "mixed"))
    this.addDirect(page, gold, found, mixed, "")
    this.addDirect(page, whole, found, mixed, "joined ")
    this.addOverlap(whole, found, mixed)
    this.addTokens(page, unionOf(gold), unionOf(found))
    this.addJoint(gold, found, mixed, "")
    this.addJoint(whole, found, mixed, "joined ")
    for (const side of gold) this.addSpeaker(page, side, found)
    this.addIndirect(article, found)
  }

  figures(): Figures {
    const share = (a: string, b: string): number => (this.count(b) > 0 ? this.count(a) / this.count(b) : 0)
    const f1 = (right: string, found: string, gold: string): number =>
      f1Of(this.count(right), this.count(found), this.count(gold)).f1
    const content = f1Of(this.count("token right"), this.count("token found"), this.count("token gold"))
    return {
      "direct exact, lenient": f1("direct right", "lenient found", "direct gold"),
      "direct exact, strict": f1("direct right", "strict found", "direct gold"),
      "direct content and speaker": f1("joint right", "joint found", "joint gold"),
      "direct content and speaker, overlap": f1("overlap right", "joint found", "joint gold"),
      "sentences joined: direct exact, lenient": f1(
        "joined direct right",
        "lenient found",
        "joined direct gold",
      ),
      "sentences joined: direct exact, strict": f1(
        "joined direct right",
        "strict found",
        "joined direct gold",
      ),
      "sentences joined: direct content and speaker": f1("joined joint right", "joint found", "joint gold"),
      "direct speaker right, of matched": share("direct speaker right", "direct matched"),
      "direct speaker wrong, of matched": share("direct speaker wrong", "direct matched"),
      "mixed speaker right, end to end": share("mixed speaker right", "mixed with speaker"),
      "mixed content exact": share("mixed exact", "mixed gold"),
      "all content precision": content.precision,
      "all content recall": content.recall,
      "indirect speech, character recall": share("indirect found", "indirect gold"),
      "scare quotes rejected": share("scare rejected", "scare gold"),
    }
  }

  private addDirect(
    page: ScoredPage,
    gold: readonly Side[],
    found: readonly Side[],
    mixed: ReadonlySet<number>,
    prefix: "" | "joined ",
  ): void {
    const wanted = spanCounts(gold)
    const got = spanCounts(found)
    let right = 0
    let insideMixed = 0
    for (const [key, { span, count }] of got) {
      const matched = Math.min(count, wanted.get(key)?.count ?? 0)
      right += matched
      const tokens = page.words([span])
      if (count > matched && tokens.size > 0 && overlap(tokens, mixed) >= 0.5 * tokens.size)
        insideMixed += count - matched
    }
    const total = [...got.values()].reduce((sum, { count }) => sum + count, 0)
    this.tally(`${prefix}direct right`, right)
    if (prefix === "") this.tally("strict found", total)
    if (prefix === "") this.tally("lenient found", total - insideMixed)
    this.tally(
      `${prefix}direct gold`,
      [...wanted.values()].reduce((sum, { count }) => sum + count, 0),
    )
  }

  private addTokens(page: ScoredPage, gold: ReadonlySet<number>, found: ReadonlySet<number>): void {
    this.tally("token right", overlap(gold, found))
    this.tally("token found", found.size)
    this.tally("token gold", gold.size)
    for (const { span, closed } of page.segments) {
      const tokens = page.words([span])
      if (closed === null || tokens.size === 0 || overlap(tokens, gold) >= 0.5 * tokens.size) continue
      this.tally("scare gold", 1)
      if (overlap(tokens, found) < 0.5 * tokens.size) this.tally("scare rejected", 1)
    }
  }

  private addJoint(
    gold: readonly Side[],
    found: readonly Side[],
    mixed: ReadonlySet<number>,
    prefix: "" | "joined ",
  ): void {
    const pure = found.filter(({ kind, tokens }) => kind === "direct" && overlap(tokens, mixed) === 0)
    const wanted = gold.filter(({ kind }) => kind === "direct")
    if (prefix === "") this.tally("joint found", pure.length)
    if (prefix === "") this.tally("joint gold", wanted.length)
    for (const side of wanted) {
      const match = pure.find((candidate) =>
        candidate.spans.some((span) => side.spans.some((other) => sameSpan(span, other))),
      )
      if (match && sameSpans(side.spans, match.spans) && sameSource(side, match))
        this.tally(`${prefix}joint right`, 1)
    }
  }

  /** A direct quotation counts when most of its words are in one that is found, and their sources meet. */
  private addOverlap(gold: readonly Side[], found: readonly Side[], mixed: ReadonlySet<number>): void {
    const pure = new Set(
      found.filter(({ kind, tokens }) => kind === "direct" && overlap(tokens, mixed) === 0),
    )
    for (const side of gold) {
      if (side.kind !== "direct") continue
      const match = [...pure].find(
        (other) => 2 * overlap(side.tokens, other.tokens) >= Math.max(1, side.tokens.size),
      )
      if (!match) continue
      pure.delete(match)
      if (sameSource(side, match)) this.tally("overlap right", 1)
    }
  }

  private addSpeaker(page: ScoredPage, side: Side, found: readonly Side[]): void {
    if (side.kind === "mixed") {
      this.tally("mixed gold", 1)
      if (found.some((other) => sameSpans(other.spans, side.spans))) this.tally("mixed exact", 1)
    }
    if (side.source.length === 0) return
    this.tally(`${side.kind} with speaker`, 1)
    let best: Side | null = null
    for (const other of found)
      if (!best || overlap(side.tokens, other.tokens) > overlap(side.tokens, best.tokens)) best = other
    if (!best || overlap(side.tokens, best.tokens) < 0.5 * side.tokens.size) return
    this.tally(`${side.kind} matched`, 1)
    const right = overlap(page.contentWords(side.source), page.contentWords(best.source)) > 0
    if (right) this.tally(`${side.kind} speaker right`, 1)
    else if (best.source.length > 0) this.tally(`${side.kind} speaker wrong`, 1)
  }

  private addIndirect(article: GoldArticle, found: readonly Side[]): void {
    const covered = new Uint8Array(article.text.length)
    for (const { raw } of found) for (const { start, end } of raw) covered.fill(1, start, end)
    const page = new ScoredPage(article.text)
    for (const { content, cue, source } of article.attributions) {
      if (sideOf(page, content, source).kind !== "indirect") continue
      const words = cue
        .map(({ start, end }) => article.text.slice(start, end))
        .join(" ")
        .toLowerCase()
      if (!(words.match(/\w+/g) ?? []).some((word) => speechCues.has(word))) continue
      for (const { start, end } of content) {
        this.tally("indirect gold", end - start)
        for (let at = start; at < end; at++) if (covered[at] === 1) this.tally("indirect found", 1)
      }
    }
  }

  private count(name: string): number {
    return this.counts.get(name) ?? 0
  }

  private tally(name: string, by: number): void {
    this.counts.set(name, this.count(name) + by)
  }
}

/** Cues of speech, against those of belief and intent, which PolNeAR labels too. */
const speechCues = new Set(
  `said say says saying told tell tells telling asked ask asks asking added adds add adding noted note notes noting announced
  announces announcing reported reports report reporting suggested suggests suggesting wrote write writes writing argued argues
  argue arguing acknowledged acknowledges described describes describing explained explains explaining claimed claims claim
  claiming insisted insists insisting warned warns warning stated states stating declared declares denied denies deny denying
  promised promises pledged vowed vows revealed reveals recalled recalls tweeted tweets concluded concludes confirmed confirms
  urged urges urging according replied responded predicted predicts complained admitted admits conceded concedes testified
  stressed emphasized mentioned indicated called asserted alleged contended maintained questioned demanded proposed recommended
  remarked repeated reiterated pointed`.split(/\s+/),
)

type Kind = "direct" | "mixed" | "indirect"

interface Side {
  readonly kind: Kind
  /** As labelled or found, and trimmed and cut at paragraphs. */
  readonly raw: readonly Span[]
  readonly spans: readonly Span[]
  readonly tokens: ReadonlySet<number>
  readonly source: readonly Span[]
}

function sideOf(page: ScoredPage, content: readonly Span[], source: readonly Span[]): Side {
  return {
    kind: page.kindOf(content),
    raw: content,
    spans: page.cut(content),
    tokens: page.words(content),
    source,
  }
}

const stopWords = new Set(
  "the a an of and to in on for said says mr mrs ms his her their its who that which".split(" "),
)
const left = " \t\n\"“”‘’'«»"
const right = " \t\n\"“”‘’'«»,.;:!?—-…"

class ScoredPage {
  readonly text: string
  readonly segments: readonly { readonly span: Span; readonly closed: boolean | null }[]
  private readonly tokens: readonly Span[]

  constructor(text: string) {
    this.text = text
    this.segments = markedSegments(text)
    this.tokens = Array.from(
      text.matchAll(/[\p{L}\p{N}_]+(?:['’][\p{L}\p{N}_]+)*|[^\p{L}\p{N}_\s]/gu),
      (match) => ({
        start: match.index,
        end: match.index + match[0].length,
      }),
    )
  }

  /** Indices of the word tokens inside `spans`. */
  words(spans: readonly Span[]): ReadonlySet<number> {
    const found = new Set<number>()
    for (const { start, end } of spans) {
      for (let i = this.firstFrom(start); i < this.tokens.length && this.tokens[i]!.end <= end; i++)
        if (/[\p{L}\p{N}]/u.test(this.text[this.tokens[i]!.start]!)) found.add(i)
    }
    return found
  }

  contentWords(spans: readonly Span[]): ReadonlySet<number> {
    const all = this.words(spans)
    const content = new Set([...all].filter((i) => !stopWords.has(this.wordAt(i))))
    return content.size > 0 ? content : all
  }

  kindOf(spans: readonly Span[]): Kind {
    let full = 0
    let some = 0
    for (const span of spans) {
      const words = [...this.text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}_]+/gu)]
      const inside = words.filter(({ index, 0: word }) => {
        const start = span.start + index
        return this.segments.some(
          ({ span: marked, closed }) =>
            closed !== null && marked.start <= start && start + word.length <= marked.end,
        )
      }).length
      if (inside === words.length) full++
      if (inside > 0) some++
    }
    return full === spans.length ? "direct" : some > 0 ? "mixed" : "indirect"
  }

  cut(spans: readonly Span[]): readonly Span[] {
    const cut: Span[] = []
    for (const { start, end } of spans) {
      let from = start
      for (const match of this.text.slice(start, end).matchAll(/\n+/g)) {
        cut.push(this.trim(from, start + match.index))
        from = start + match.index + match[0].length
      }
      cut.push(this.trim(from, end))
    }
    return cut.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start || a.end - b.end)
  }

  private trim(start: number, end: number): Span {
    let [first, last] = [start, end]
    while (first < last && left.includes(this.text[first]!)) first++
    while (last > first && right.includes(this.text[last - 1]!)) last--
    return { start: first, end: last }
  }

  private wordAt(i: number): string {
    return this.text.slice(this.tokens[i]!.start, this.tokens[i]!.end).toLowerCase()
  }

  private firstFrom(start: number): number {
    let low = 0
    let high = this.tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.tokens[middle]!.start < start) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Paragraph-bounded stretches between double marks; `closed` is null for a stray closing mark. */
function markedSegments(text: string): { span: Span; closed: boolean | null }[] {
  const found: { span: Span; closed: boolean | null }[] = []
  let at = 0
  for (const part of text.split(/(\n+)/)) {
    const start = at
    at += part.length
    let opened = -1
    for (let i = 0; i < part.length; i++) {
      const unit = part[i]!
      const reversed = unit === "”" && opened < 0 && (i === 0 || " (—".includes(part[i - 1]!))
      if (unit === "“" || unit === "«" || (unit === '"' && opened < 0) || reversed) {
        if (opened < 0) opened = i
      } else if (unit === '"' || unit === "”" || unit === "»") {
        if (opened < 0) found.push({ span: { start: start + i, end: start + i + 1 }, closed: null })
        else found.push({ span: { start: start + opened, end: start + i + 1 }, closed: true })
        opened = -1
      }
    }
    if (opened >= 0) found.push({ span: { start: start + opened, end: start + part.length }, closed: false })
  }
  return found
}

/** Some annotators labelled each sentence of a quotation apart: spans that only blanks and stops part, made one. */
function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = []
  for (const span of spans) {
    const last = whole.at(-1)
    const isFragment = last !== undefined && !/[\n\p{L}\p{N}“”"]/u.test(text.slice(last.end, span.start))
    if (isFragment) whole[whole.length - 1] = { start: last.start, end: span.end }
    else whole.push(span)
  }
  return whole
}

/** Both without a source, or with sources that share a character. */
function sameSource(gold: Side, found: Side): boolean {
  if (gold.source.length === 0 && found.source.length === 0) return true
  return gold.source.some((a) => found.source.some((b) => a.start < b.end && b.start < a.end))
}

function spanCounts(sides: readonly Side[]): Map<string, { span: Span; count: number }> {
  const counts = new Map<string, { span: Span; count: number }>()
  for (const { kind, spans } of sides) {
    if (kind !== "direct") continue
    for (const span of spans) {
      const key = `${span.start}-${span.end}`
      counts.set(key, { span, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  return counts
}

function unionOf(sides: readonly Side[]): ReadonlySet<number> {
  return new Set(sides.flatMap(({ tokens }) => [...tokens]))
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const item of small) if (large.has(item)) shared++
  return shared
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, i) => sameSpan(span, b[i]!))
}
