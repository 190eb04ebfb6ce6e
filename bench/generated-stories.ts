import { type Random, randomOf } from "../src/base/index.ts"

/** A report made by the generator, as one line of JSON Lines input would give it. */
export interface GeneratedReport {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly published: string
  readonly outlet: string
}

export interface GeneratedStoriesOptions {
  readonly stories: number
  readonly reportsPerStory: number
  readonly seed: number
  /** What a report that is written from nothing has at least; 3,700 unless given. */
  readonly charactersMin?: number
  /** Begins with that story; the same one that it is among all. */
  readonly from?: number
}

const syllables =
  "ba be bi bo bra bre da del dor el en fa far fen ga gal gor ha hal hel in ka kel ker la lan lor ma mar mel mo na nel nor o pa pel ra ren ro sa sel sha ta tel tor u va vel vor wa wen ya zel".split(
    " ",
  )
const nouns =
  "bridge harbour council budget school factory railway hospital museum library reservoir stadium market airport forest tunnel refinery theatre prison archive pier quarry mill dam".split(
    " ",
  )
const verbs =
  "closed opened rebuilt inspected defended criticised approved delayed funded abandoned repaired renamed".split(
    " ",
  )
const functionWords =
  "the the the the the the of of of to to to a a a and and and in in in that for on is was it with as at by from he be has had not are they said will would but an this who".split(
    " ",
  )

/**
 * Stories of invented people and places, about 4 kB a report. Of the reports of a story, four in ten reprint, cut or
 * edit an earlier one, three in ten mix an agency's sentences with their own, and three in ten are written from
 * nothing; all quote the same few statements, and figures differ now and then. Seeded: the same options give the same
 * bytes. Made to load the stages as news does, not to measure quality.
 */
export function* generateStories(options: GeneratedStoriesOptions): Generator<GeneratedReport> {
  for (let story = options.from ?? 0; story < options.stories; story++) {
    const random = randomOf(options.seed * 1_000_003 + story)
    const facts = inventFacts(random)
    const written: string[] = []
    for (let n = 0; n < options.reportsPerStory; n++) {
      const source = n > 0 && random.next() < 0.4 ? random.pick(written) : null
      const text =
        source === null
          ? writeReport(facts, random, options.charactersMin ?? 3_700)
          : editReport(source, random)
      written.push(text)
      const day = 1 + ((story + n) % 28)
      yield {
        id: `s${story}r${n}`,
        title: `${facts.place} ${facts.noun} ${facts.verb} after ${facts.surname} statement`,
        text,
        published: `2031-0${1 + (story % 9)}-${String(day).padStart(2, "0")}`,
        outlet: `The ${capital(word(random))} Gazette`,
      }
    }
  }
}

interface Facts {
  readonly place: string
  readonly first: string
  readonly surname: string
  readonly body: string
  readonly noun: string
  readonly verb: string
  readonly figure: number
  readonly statements: readonly string[]
  /** An agency's sentences, which reports print in their own order. */
  readonly sentences: readonly string[]
}

function inventFacts(random: Random): Facts {
  const place = capital(word(random))
  const noun = random.pick(nouns)
  const statements = Array.from(
    { length: 4 },
    () =>
      `we will not leave the ${random.pick(nouns)} to ${word(random)} while the ${random.pick(nouns)} of ${place} is ${random.pick(verbs)}`,
  )
  const sentences = Array.from({ length: 60 }, () => writeSentence(random))
  return {
    place,
    first: capital(word(random)),
    surname: capital(word(random)),
    body: `${place} ${capital(random.pick(nouns))} Authority`,
    noun,
    verb: random.pick(verbs),
    figure: 20 + random.below(900),
    statements,
    sentences,
  }
}

/** Function words about as often as news has them, among invented words: unlike reports share no phrases. */
function writeSentence(random: Random): string {
  const words: string[] = [random.pick(["In", "For", "When", "After", "But"])]
  const length = 14 + random.below(12)
  while (words.length < length) {
    words.push(random.pick(functionWords))
    if (random.next() < 0.25) words.push(random.pick(functionWords))
    words.push(
      random.next() < 0.15 ? capital(word(random)) : random.next() < 0.3 ? random.pick(nouns) : word(random),
    )
    if (random.next() < 0.3) words.push(random.next() < 0.5 ? random.pick(verbs) : word(random))
  }
  return `${words.join(" ")}.`
}

function writeReport(facts: Facts, random: Random, charactersMin: number): string {
  const fromAgency = random.next() < 0.5 ? 0.5 : 0
  const nextSentence = (): string =>
    random.next() < fromAgency ? random.pick(facts.sentences) : writeSentence(random)
  const paragraphs = [
    `The ${facts.noun} in ${facts.place} was ${facts.verb} on Tuesday, the ${facts.body} said, with more than ${facts.figure + (random.next() < 0.2 ? 10 : 0)} workers affected.`,
  ]
  while (paragraphs.join("\n\n").length < charactersMin) {
    const quote = random.pick(facts.statements)
    const sentences = [nextSentence(), nextSentence()]
    if (random.next() < 0.3)
      sentences.push(
        `“${capital(quote)},” said ${facts.first} ${facts.surname}, who leads the ${facts.body}.`,
      )
    paragraphs.push(sentences.join(" "))
  }
  return paragraphs.join("\n\n")
}

/** A reprint: whole, with some words changed, or cut. */
function editReport(source: string, random: Random): string {
  const kind = random.below(3)
  if (kind === 0) return source
  const paragraphs = source.split("\n\n")
  if (kind === 1) return paragraphs.slice(0, 2 + random.below(paragraphs.length - 1)).join("\n\n")
  return paragraphs
    .map((paragraph) =>
      random.next() < 0.3 ? paragraph.replace(/\b(was|said|before)\b/, "then $1") : paragraph,
    )
    .join("\n\n")
}

function word(random: Random): string {
  return Array.from({ length: 2 + random.below(2) }, () => random.pick(syllables)).join("")
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
