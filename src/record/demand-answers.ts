import { compareStrings, type Span } from "../base/index.ts"
import type { Citation } from "../collation/index.ts"
import { firstTokenFrom, foldedToken, type Response } from "../language/index.ts"
import { distinctCitations } from "./citations.ts"
import { contentStems, sharedCount, stemOf } from "./content-words.ts"
import { mayBeSame, namesStoodFor, partyKeys } from "./party-names.ts"
import type { PrintedDemand } from "./printed-demand.ts"
import type { DemandEntry } from "./record.ts"
import { isOmitted, sentenceIndexAt, type Witness } from "./witness.ts"

/** What the reports of a story say of answers, gathered once for all demands. */
export interface Replies {
  readonly told: readonly ToldReply[]
  /** Sentences in which something is told as done, by the stem of a verb in the past. */
  readonly deeds: ReadonlyMap<string, readonly Deed[]>
}

interface ToldReply {
  readonly witness: Witness
  readonly kind: Response["kind"]
  readonly citation: Citation
  readonly sentence: number
  readonly by: ReadonlySet<string>
  /** Null: nothing is said of what it is about. */
  readonly about: { readonly stems: ReadonlySet<string>; readonly names: ReadonlySet<string> } | null
}

interface Deed {
  readonly citation: Citation
  readonly stems: ReadonlySet<string>
}

export function collectReplies(witnesses: readonly Witness[]): Replies {
  const told = witnesses.flatMap((witness) =>
    witness.report.analysis.responses
      .filter((response) => !isOmitted(witness, response))
      .map((response) => toldReply(witness, response)),
  )
  const deeds = new Map<string, Deed[]>()
  for (const witness of witnesses) collectDeeds(witness, deeds)
  return { told, deeds }
}

function toldReply(witness: Witness, response: Response): ToldReply {
  const { about } = response
  const sentence = sentenceIndexAt(witness, response)
  return {
    witness,
    kind: response.kind,
    citation: { report: witness.report.article.id, start: response.start, end: response.end },
    sentence,
    by: partyKeys(witness, response.by),
    about:
      about === null
        ? null
        : {
            stems: new Set(contentStems(witness, about)),
            names: namesStoodFor(witness, about, witness.report.analysis.sentences[sentence] ?? null),
          },
  }
}

const unreal = new Set(
  "would will could should may might must can not never no if to demand demands demanded asked asks urged called calls wants wanted unless until whether".split(
    " ",
  ),
)

/** Sentences with a verb in -ed and nothing that makes it less than done. */
function collectDeeds(witness: Witness, deeds: Map<string, Deed[]>): void {
  const { article, analysis } = witness.report
  for (const sentence of analysis.sentences) {
    if (isOmitted(witness, sentence)) continue
    const verbs = doneVerbs(witness, sentence)
    if (verbs.length === 0) continue
    const stems = new Set(contentStems(witness, sentence))
    const deed: Deed = { citation: { report: article.id, start: sentence.start, end: sentence.end }, stems }
    for (const verb of new Set(verbs)) {
      const list = deeds.get(verb)
      if (list) list.push(deed)
      else deeds.set(verb, [deed])
    }
  }
}

function doneVerbs({ report }: Witness, sentence: Span): readonly string[] {
  const { article, analysis } = report
  const { tokens } = analysis
  const verbs: string[] = []
  for (
    let at = firstTokenFrom(tokens, sentence.start);
    at < tokens.count && tokens.ends[at]! <= sentence.end;
    at++
  ) {
    const word = foldedToken(article.text, tokens, at)
    if (unreal.has(word) || word.endsWith("n't")) return []
    if (word.length > 4 && word.endsWith("ed")) verbs.push(stemOf(word))
  }
  return verbs
}

/**
 * Whether the demand was answered: told so, done as asked, refused, or passed over. Of refusals and silences the kind
 * that more reports tell of stands; an answer told by anybody stands above both.
 */
export function answersTo(
  group: readonly PrintedDemand[],
  replies: Replies,
): Pick<DemandEntry, "answer" | "answerEvidence"> {
  const byKind = new Map<Response["kind"], Citation[]>()
  const keep = (kind: Response["kind"], citation: Citation): void => {
    const list = byKind.get(kind)
    if (list) list.push(citation)
    else byKind.set(kind, [citation])
  }
  const asks =
    group[0]!.demand.kind === "demand" ||
    group[0]!.demand.kind === "call" ||
    group[0]!.demand.kind === "question"
  if (asks) {
    for (const reply of replies.told) if (isReplyTo(reply, group)) keep(reply.kind, reply.citation)
    for (const deed of deedsFor(group, replies)) keep("answered", deed.citation)
  }
  const reportsOf = (kind: Response["kind"]): number =>
    new Set((byKind.get(kind) ?? []).map(({ report }) => report)).size
  const kinds = [...byKind.keys()].sort(
    (a, b) =>
      Number(b === "answered") - Number(a === "answered") ||
      reportsOf(b) - reportsOf(a) ||
      compareStrings(a, b),
  )
  const answer = kinds[0]
  if (answer === undefined) return { answer: "none-reported", answerEvidence: [] }
  return { answer, answerEvidence: distinctCitations(byKind.get(answer)!) }
}

/** How many sentences may part a reply that names no topic from what it replies to. */
const nearSentences = 1

function isReplyTo(reply: ToldReply, group: readonly PrintedDemand[]): boolean {
  if (!group.some((item) => mayBeSame(reply.by, item.of))) return false
  if (reply.about === null) {
    // "Declined to comment" answers what stands beside it, and only where both parties are known to be one.
    return group.some(
      (item) =>
        item.witness === reply.witness &&
        reply.by.size > 0 &&
        item.of.size > 0 &&
        Math.abs(sentenceIndexAt(item.witness, item.demand) - reply.sentence) <= nearSentences,
    )
  }
  const { stems, names } = reply.about
  // "Did not address either demand" is said of all that the report tells of.
  if (["demand", "petition", "letter"].some((word) => stems.has(word)))
    return group.some((item) => item.witness === reply.witness)
  return group.some((item) => {
    const others = new Set([...item.names].filter((name) => !item.of.has(name) && !item.by.has(name)))
    if (sharedCount(names, others) > 0) return true
    return sharedCount(stems, item.stems) >= Math.min(2, item.stems.size)
  })
}

/** Sentences that tell what was asked as done: its verb in the past and most of its other words. */
function deedsFor(group: readonly PrintedDemand[], { deeds }: Replies): readonly Deed[] {
  const found: Deed[] = []
  const demanded = new Set(group.map(({ citation }) => `${citation.report}:${citation.start}`))
  for (const { stems } of group) {
    const [verb, ...objects] = stems
    if (verb === undefined || objects.length < 2) continue
    const wanted = new Set(objects)
    for (const deed of deeds.get(verb) ?? []) {
      if (sharedCount(wanted, deed.stems) < Math.max(2, Math.ceil(objects.length * doneShare))) continue
      if (!demanded.has(`${deed.citation.report}:${deed.citation.start}`)) found.push(deed)
    }
  }
  return found
}

const doneShare = 0.66
