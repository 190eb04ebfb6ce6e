import { compareNullable, compareStrings, type Span, spanContains, spanText } from "../base/index.ts"
import type { Citation } from "../collation/index.ts"
import { firstTokenFrom, foldedToken } from "../language/index.ts"
import { distinctCitations } from "./citations.ts"
import { contentStems, sharedCount } from "./content-words.ts"
import type { Edit } from "./record.ts"
import { isOmitted, sentenceIndexAt, type Witness } from "./witness.ts"

/**
 * Edits that reports tell of: "a passage was removed from the blog post", "has since been restored", and what a report
 * says of itself ("an earlier version of this article said"). Told of one page, they are one edit with all its evidence.
 */
export function gatherEdits(witnesses: readonly Witness[]): readonly Edit[] {
  const told = witnesses.flatMap(toldEdits)
  const pages = new Map<string, ToldEdit[]>()
  const keep = (page: string, edit: ToldEdit): void => {
    const list = pages.get(page)
    if (list) list.push(edit)
    else pages.set(page, [edit])
  }
  for (const edit of told) if (edit.page !== null) keep(edit.page, edit)
  for (const edit of told) {
    if (edit.page !== null) continue
    const page = likeliestPage(edit, pages)
    if (page !== null) keep(page, edit)
  }
  return [...pages.values()].map(editOf).sort(byTimeAndPage)
}

function byTimeAndPage(a: Edit, b: Edit): number {
  return (
    compareNullable(a.when.from, b.when.from) ||
    compareStrings(a.page, b.page) ||
    compareStrings(a.what, b.what)
  )
}

type Stage = "changed" | "removed" | "restored"

interface ToldEdit {
  readonly witness: Witness
  /** What the page is called across reports, or null where only a part of one is named ("the reference"). */
  readonly page: string | null
  /** The page as printed. */
  readonly printed: string
  readonly stage: Stage
  readonly verb: string
  /** The part of the page that was edited, as printed. */
  readonly part: string | null
  readonly citation: Citation
  readonly stems: ReadonlySet<string>
  readonly when: { readonly from: string | null; readonly to: string | null }
}

const stages: ReadonlyMap<string, Stage> = new Map([
  ...["removed", "deleted", "erased", "scrubbed", "redacted", "unpublished", "wiped", "purged", "pulled"].map(
    (verb) => [verb, "removed"] as const,
  ),
  ...["restored", "reinstated", "reverted", "republished", "reposted"].map(
    (verb) => [verb, "restored"] as const,
  ),
  ...[
    "edited",
    "updated",
    "corrected",
    "amended",
    "altered",
    "reworded",
    "rewritten",
    "modified",
    "revised",
    "clarified",
  ].map((verb) => [verb, "changed"] as const),
])

/** Verbs that are said of texts and hardly of anything else. */
const textual = new Set([
  "deleted",
  "edited",
  "scrubbed",
  "redacted",
  "reverted",
  "reworded",
  "unpublished",
  "republished",
  "reposted",
])

const pageNouns = new Set(
  "blog post website site webpage page article story tweet entry listing profile biography faq homepage".split(
    " ",
  ),
)
const partNouns = new Set(
  "passage section reference sentence paragraph line wording language headline mention caption version statement video photo image quote information text words disclaimer claim".split(
    " ",
  ),
)

/** How far from the verb its page or part is looked for, in tokens. */
const reach = 20

function toldEdits(witness: Witness): readonly ToldEdit[] {
  const { article, analysis } = witness.report
  const { tokens } = analysis
  const found: ToldEdit[] = []
  for (let at = 0; at < tokens.count; at++) {
    const end = tokens.ends[at]!
    // Every verb here ends in -ed but "rewritten", "taken" and "took".
    const last = article.text.charCodeAt(end - 1) | 32
    if (last !== 100 && last !== 110 && last !== 107) continue
    const verb = foldedToken(article.text, tokens, at)
    const stage = stages.get(verb) ?? (isTakenOff(witness, at, verb) ? "removed" : undefined)
    if (stage === undefined) continue
    const span = { start: tokens.starts[at]!, end }
    if (isOmitted(witness, span) || isAdjective(witness, at)) continue
    const edit = toldEdit(witness, at, verb, stage)
    if (edit !== null) found.push(edit)
  }
  return found
}

/** "an edited version", "the deleted tweet": told of the text and not of what was done. */
function isAdjective({ report }: Witness, at: number): boolean {
  const { article, analysis } = report
  const { tokens } = analysis
  if (at === 0 || at + 1 >= tokens.count) return false
  const next = foldedToken(article.text, tokens, at + 1)
  if (!pageNouns.has(next) && !partNouns.has(next)) return false
  return /^(?:a|an|the|this|that|its|his|her|their|slightly|heavily|newly|recently)$/.test(
    foldedToken(article.text, tokens, at - 1),
  )
}

/** "took the passage down", "taken off its page". */
function isTakenOff({ report }: Witness, at: number, verb: string): boolean {
  if (verb !== "took" && verb !== "taken") return false
  const { article, analysis } = report
  const { tokens } = analysis
  for (let next = at + 1; next < Math.min(tokens.count, at + reach); next++) {
    const word = foldedToken(article.text, tokens, next)
    if (word === "." || word === ";") return false
    if (word === "down") return true
    if (word === "off") {
      for (let page = next + 1; page < Math.min(tokens.count, next + 6); page++)
        if (pageNouns.has(foldedToken(article.text, tokens, page))) return true
      return false
    }
  }
  return false
}

function toldEdit(witness: Witness, verbAt: number, verb: string, stage: Stage): ToldEdit | null {
  const { article, analysis } = witness.report
  const { tokens } = analysis
  const index = sentenceIndexAt(witness, { start: tokens.starts[verbAt]!, end: tokens.ends[verbAt]! })
  const sentence = index < 0 ? lineAround(article.text, tokens.starts[verbAt]!) : analysis.sentences[index]!
  const near = nounsNear(witness, verbAt, sentence)
  if (near.page === null && near.part === null) return null
  const own = ownPage(article.text, sentence)
  const context = own || near.page !== null ? null : pageBefore(witness, index)
  if (!own && near.page === null && context === null && !textual.has(verb)) return null
  const page = own ? article.id : (near.page?.noun ?? context?.noun ?? null)
  // "Updated its website" says nothing of what it said before.
  if (!own && stage === "changed" && near.part === null && !textual.has(verb)) return null
  const clause = clauseAround(article.text, sentence, tokens.starts[verbAt]!)
  return {
    witness,
    page: page === null ? null : own ? `own:${page}` : `page:${page}`,
    printed: own
      ? (article.title ?? article.url ?? article.source.name)
      : (near.page?.printed ?? context?.printed ?? "page"),
    stage,
    verb,
    part: near.part?.printed ?? null,
    citation: { report: article.id, ...clause },
    stems: new Set(contentStems(witness, sentence)),
    when: whenIn(witness, sentence, tokens.starts[verbAt]!),
  }
}

interface FoundNoun {
  readonly noun: string
  readonly printed: string
}

function nounsNear(
  witness: Witness,
  verbAt: number,
  sentence: Span,
): { page: FoundNoun | null; part: FoundNoun | null } {
  const { tokens } = witness.report.analysis
  let page: FoundNoun | null = null
  let part: FoundNoun | null = null
  for (let distance = 1; distance <= reach; distance++) {
    for (const at of [verbAt + distance, verbAt - distance]) {
      if (
        at < 0 ||
        at >= tokens.count ||
        tokens.starts[at]! < sentence.start ||
        tokens.ends[at]! > sentence.end
      )
        continue
      const word = foldedToken(witness.report.article.text, tokens, at)
      if (page === null && pageNouns.has(word))
        page = { noun: classOfPage(word), printed: phraseEndingAt(witness, at) }
      if (part === null && partNouns.has(word)) part = { noun: word, printed: phraseEndingAt(witness, at) }
    }
  }
  return { page, part }
}

/** A blog and its post are one page to those who tell of it. */
function classOfPage(noun: string): string {
  if (noun === "blog" || noun === "post" || noun === "entry") return "post"
  return noun === "website" || noun === "site" || noun === "homepage" || noun === "webpage" ? "site" : noun
}

/** "a January blog post": the noun with up to four words before it, from its article on. */
function phraseEndingAt({ report }: Witness, at: number): string {
  const { article, analysis } = report
  const { tokens } = analysis
  let first = at
  for (let from = at - 1; from >= Math.max(0, at - 4); from--) {
    const word = foldedToken(article.text, tokens, from)
    if (/^(?:the|a|an|its|his|her|their|that|this|our)$/.test(word)) {
      first = from
      break
    }
    if (
      !/^[\p{L}\p{N}]/u.test(word) ||
      /^(?:of|in|on|by|from|to|and|or|was|were|is|has|had|been)$/.test(word)
    )
      break
    first = from
  }
  let last = at
  const next = at + 1 < tokens.count ? foldedToken(article.text, tokens, at + 1) : ""
  if (pageNouns.has(next)) last = at + 1
  return article.text.slice(tokens.starts[first], tokens.ends[last]).replace(/\s+/g, " ")
}

/** "This article was updated", "An earlier version of this story": the report speaks of itself. */
function ownPage(text: string, sentence: Span): boolean {
  return (
    /\b(?:this|that|the|our)\s+(?:will\s+)?(?:article|story|report|piece|post|page)\b[^.]{0,60}\b(?:has been|was|were)\s+(?:since\s+)?(?:updated|corrected|amended|edited|revised|clarified)\b/i.test(
      spanText(text, sentence),
    ) ||
    /\b(?:earlier|previous|original)\s+version\s+of\s+(?:this|that|the|our)\s+(?:article|story|report|piece|post|headline)\b/i.test(
      spanText(text, sentence),
    ) ||
    /^\s*(?:Update|Correction|Editor[’']s note)\b\s*[:–—-]/i.test(spanText(text, sentence))
  )
}

/** The page that the sentences just before speak of. */
const contextSentences = 2

function pageBefore(witness: Witness, index: number): FoundNoun | null {
  const { article, analysis } = witness.report
  const { tokens, sentences } = analysis
  for (let back = 0; back <= contextSentences && index - back >= 0; back++) {
    const sentence = sentences[index - back]!
    for (
      let at = firstTokenFrom(tokens, sentence.start);
      at < tokens.count && tokens.ends[at]! <= sentence.end;
      at++
    ) {
      const word = foldedToken(article.text, tokens, at)
      if (pageNouns.has(word) && word !== "story" && word !== "article")
        return { noun: classOfPage(word), printed: phraseEndingAt(witness, at) }
    }
  }
  return null
}

/** The line about a place that no sentence holds. */
function lineAround(text: string, at: number): Span {
  const start = text.lastIndexOf("\n", at) + 1
  const end = text.indexOf("\n", at)
  return { start, end: end < 0 ? text.length : end }
}

/** The stretch between commas, without its full stop. */
function clauseAround(text: string, sentence: Span, at: number): Span {
  let { start, end } = sentence
  const before = text.slice(start, at)
  const cut = Math.max(before.lastIndexOf(", which"), before.lastIndexOf("; "), before.lastIndexOf(", but "))
  if (cut >= 0) start += cut + 2
  const after = /[,;](?=\s)/.exec(text.slice(at, end))
  if (after) end = at + after.index
  while (end > start && /[\s.!?”"’]/.test(text[end - 1]!)) end--
  return { start, end: Math.max(end, start + 1) }
}

/** The resolved time of the sentence that stands nearest to the verb: it dates what is told. */
function whenIn({ report }: Witness, sentence: Span, verb: number): ToldEdit["when"] {
  let nearest: {
    readonly from: string | null
    readonly to: string | null
    readonly distance: number
  } | null = null
  for (const { start, end, from, to } of report.analysis.times) {
    if (from === null || to === null || !spanContains(sentence, { start, end })) continue
    const distance = Math.abs(start - verb)
    if (nearest === null || distance < nearest.distance) nearest = { from, to, distance }
  }
  return { from: nearest?.from ?? null, to: nearest?.to ?? null }
}

/** The page with whose evidence the sentence shares most words; null when it shares none. */
function likeliestPage(edit: ToldEdit, pages: ReadonlyMap<string, readonly ToldEdit[]>): string | null {
  let best: { page: string; shared: number } | null = null
  for (const [page, edits] of [...pages].sort(([a], [b]) => compareStrings(a, b))) {
    if (page.startsWith("own:")) continue
    const shared = Math.max(...edits.map((other) => sharedCount(edit.stems, other.stems)))
    if (shared > 0 && (best === null || shared > best.shared)) best = { page, shared }
  }
  return best?.page ?? null
}

const order: readonly Stage[] = ["changed", "removed", "restored"]

function editOf(edits: readonly ToldEdit[]): Edit {
  const from = edits
    .map(({ when }) => when.from)
    .filter((day) => day !== null)
    .sort(compareStrings)
  const to = edits
    .map(({ when }) => when.to)
    .filter((day) => day !== null)
    .sort(compareStrings)
  const printed = mostPrinted(edits.map((edit) => edit.printed))
  const parts = edits.flatMap(({ part, stage }) => (part === null || stage === "restored" ? [] : [part]))
  const verbs = order.flatMap((stage) => {
    const verb = edits.find((edit) => edit.stage === stage)?.verb.replace(/^took$|^taken$/, "taken off")
    return verb === undefined ? [] : [verb]
  })
  const subject = parts.length > 0 ? mostPrinted(parts) : printed
  return {
    page: printed,
    what: `${subject} was ${verbs.join(", later ")}`,
    when: { from: from[0] ?? null, to: to.at(-1) ?? null },
    evidence: distinctCitations(edits.map(({ citation }) => citation)),
    seen: "reported",
  }
}

/** The longest of the wordings printed most often. */
function mostPrinted(wordings: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const wording of wordings) counts.set(wording, (counts.get(wording) ?? 0) + 1)
  return [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || b.length - a.length || compareStrings(a, b),
  )[0]![0]
}
