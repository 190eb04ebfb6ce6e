/**
 * What the reader knows of one language: words by class, never code. All words are lower case, with plain
 * apostrophes, and one token each (`tokenize`). A class left empty switches its rules off.
 */
export interface Language {
  /** BCP 47, the primary subtag only. */
  readonly code: string
  /** Every noun is printed with a capital, so that a capital makes no name. */
  readonly nounsCapital: boolean
  readonly abbreviations: Abbreviations
  readonly verbs: Verbs
  readonly words: WordLists
  readonly names: NameWords
  /** Null: demands and answers are not looked for. */
  readonly demands: DemandWords | null
}

/** Words printed with a point that may be no full stop. Written without their last point. */
export interface Abbreviations {
  /** Stand before a name or within a clause, and never end a sentence: "Mr", "vs". */
  readonly neverLast: readonly string[]
  /** End a sentence only where a function word with a capital follows: "Inc", "etc". */
  readonly seldomLast: readonly string[]
  /** Like `seldomLast`, when printed with a capital: "Miss" for Mississippi, not "miss". */
  readonly seldomLastCapital: readonly string[]
  /** Abbreviations only before a number: "No", "p". */
  readonly beforeNumber: readonly string[]
}

/** Verb forms by what they do with somebody's words. Finite forms include infinitives; participles are those in "-ing". */
export interface Verbs {
  /** Carry words or a clause: "said", "asks". */
  readonly speech: readonly string[]
  readonly speechParticiples: readonly string[]
  /** Of those, the ones that name their hearer next: "told". */
  readonly addressing: readonly string[]
  /** Carry quoted words only: "called", "believes", "slammed". */
  readonly stance: readonly string[]
  readonly stanceParticiples: readonly string[]
  readonly auxiliary: readonly string[]
  /** Forms of "to be", which make a passive of what follows. */
  readonly being: readonly string[]
  /** Other common finite verbs: they end a subject. */
  readonly other: readonly string[]
  /** The endings of participles and of regular past forms; empty where a language shows neither by one. */
  readonly participleEnding: string
  readonly pastEnding: string
}

export interface WordLists {
  /** Words of the closed classes, which begin a sentence with a capital without being a name. */
  readonly function: readonly string[]
  readonly determiner: readonly string[]
  /** Personal pronouns that may be a subject. */
  readonly pronoun: readonly string[]
  readonly preposition: readonly string[]
  readonly conjunction: readonly string[]
  /** Begin a clause below another: "when", "because". */
  readonly subordinator: readonly string[]
  readonly relative: readonly string[]
  readonly adverb: readonly string[]
  /** Weekdays, months, "yesterday": never speakers. */
  readonly time: readonly string[]
  readonly month: readonly string[]
  /** Stand before a person's name: "Mr", "Senator". */
  readonly title: readonly string[]
  readonly femaleTitle: readonly string[]
  readonly maleTitle: readonly string[]
  readonly femaleName: readonly string[]
  readonly maleName: readonly string[]
  /** Nouns for one person by what they do: "spokesman", "judge". */
  readonly personRole: readonly string[]
  /** Nouns for several: "employees", "residents". */
  readonly groupRole: readonly string[]
  /** Nouns for a body: "company", "agency". */
  readonly bodyRole: readonly string[]
  /** Last or first words of a body's name: "Inc", "University". */
  readonly bodyHead: readonly string[]
  /** Things that are read: "letter", "statement", "report". */
  readonly document: readonly string[]
  /** Verb forms that are nouns as often: "report", "claims". */
  readonly alsoNoun: readonly string[]
  /** Ways to be heard: "interview", "Twitter". */
  readonly medium: readonly string[]
  /** Prepositions that name a source by themselves: French "selon". */
  readonly sourcePreposition: readonly string[]
  /** Words that open what is said without marks: "that", "whether". Empty: such words are not looked for. */
  readonly clauseOpener: readonly string[]
  /** Nouns of saying that a clause may follow: "his claim that". */
  readonly saying: readonly string[]
  /** Words that show a document about to be printed whole: "below", "full". */
  readonly announcing: readonly string[]
  /** "I", "we", "our": the voice of a document itself. */
  readonly firstPerson: readonly string[]
  /** Names of countries, states and great cities, one token each. */
  readonly place: readonly string[]
}

/** What is printed within names and beside them. */
export interface NameWords {
  /** Inside a person's name: "van", "bin". */
  readonly particle: readonly string[]
  /** Join a body's or place's head to its name: "Bank of Skerry". */
  readonly of: readonly string[]
  /** Join a body's head to its subject: "Committee on Water". */
  readonly subjectOf: readonly string[]
  readonly and: readonly string[]
  /** Heads whose subject may be two joined by "and": "Ministry of Water and Power". */
  readonly subjectHead: readonly string[]
  /** Last words of places: "Street", "Island". */
  readonly placeHead: readonly string[]
  /** First words of places, which open other names too: "New", "Lake". */
  readonly placeOpener: readonly string[]
  /** Last words of laws, reports and works: "Act", "Memos". */
  readonly work: readonly string[]
  /** Last words of events and undertakings: "Festival", "War". */
  readonly event: readonly string[]
  /** First words of so many bodies that they stand for none alone: "National". */
  readonly opener: readonly string[]
  /** Printed with a capital and no name: "French", "Muslims". */
  readonly demonym: readonly string[]
  /** The same of holidays and short forms: "Easter", "VAT". */
  readonly commonCapital: readonly string[]
  readonly kin: readonly string[]
  /** Done by people and hardly ever by bodies: "wept". */
  readonly personVerb: readonly string[]
  /** Stand before places: "in", "near". */
  readonly placeBefore: readonly string[]
  /** Before "in" they speak against a place: "shares in". */
  readonly stake: readonly string[]
  /** Pronouns of a thing or body. */
  readonly itself: readonly string[]
  /** Pronouns of a person, possessives among them. */
  readonly himself: readonly string[]
  /** Before a name they call it a place: "the village of". */
  readonly settlement: readonly string[]
  /** Behind a person's name: "Jr". */
  readonly lineSuffix: readonly string[]
  readonly which: readonly string[]
  readonly who: readonly string[]
  readonly aged: readonly string[]
  /** People of a body: "workers at". */
  readonly staffed: readonly string[]
  /** Begin the phrase that names a source: "according". */
  readonly sourcePhrase: readonly string[]
  /** Before a title: "former". */
  readonly formerly: readonly string[]
  /** "Shares in X", "X shares". */
  readonly stock: readonly string[]
  /** What places have: "Skerry's mayor". */
  readonly placeOffice: readonly string[]
  /** What bodies have: "Orbis's chief executive". */
  readonly bodyOffice: readonly string[]
  /** Ranks in capitals before a name: "DCI". */
  readonly rank: readonly string[]
  /** Bodies known by one word: "Congress". */
  readonly body: readonly string[]
  /** Places in capitals and points: "UK", "U.S". */
  readonly placeShort: readonly string[]
  /** The definite article. */
  readonly definite: readonly string[]
  /** Behind a hyphen they make an adjective of a name: "Tarn-led". */
  readonly compoundTail: readonly string[]
  /** Of those, the ones that say where: "Skerry-based". */
  readonly seated: readonly string[]
  /** Titles that need another word and make no person by themselves: "vice". */
  readonly halfTitle: readonly string[]
  /** Join people to their cause: "Doctors for Clean Air". */
  readonly groupOf: readonly string[]
  /** Nouns that stand for a body, by what kind of body it is. */
  readonly nounFamilies: readonly NounFamily[]
}

export interface NounFamily {
  /** "agency", "bureau". */
  readonly nouns: readonly string[]
  /**
   * Words in the names of such bodies. "*" stands for any body that is of no other family, "ABC" for one of those that
   * is printed as initials.
   */
  readonly heads: readonly string[]
}

/** Of a language whose names have not been described. */
export const noNameWords: NameWords = {
  particle: [],
  of: [],
  subjectOf: [],
  and: [],
  subjectHead: [],
  placeHead: [],
  placeOpener: [],
  work: [],
  event: [],
  opener: [],
  demonym: [],
  commonCapital: [],
  kin: [],
  personVerb: [],
  placeBefore: [],
  stake: [],
  itself: [],
  himself: [],
  settlement: [],
  lineSuffix: [],
  which: [],
  who: [],
  aged: [],
  staffed: [],
  sourcePhrase: [],
  formerly: [],
  rank: [],
  stock: [],
  placeOffice: [],
  bodyOffice: [],
  placeShort: [],
  body: [],
  nounFamilies: [],
  definite: [],
  compoundTail: [],
  seated: [],
  halfTitle: [],
  groupOf: [],
}

/** How a language asks, promises, refuses and answers. */
export interface DemandWords {
  readonly verbs: readonly DemandVerbs[]
  readonly nouns: readonly DemandNouns[]
  /** Verbs that turn down what was asked, each with its particle or "". */
  readonly rejecting: readonly (readonly [verb: string, particle: string])[]
  /** What is turned down: "call", "request". */
  readonly rejected: readonly string[]
  /** With `out`: "ruled out". */
  readonly rulingOut: readonly string[]
  /** Verbs whose subject is asked: "faces calls to". */
  readonly facing: readonly string[]
  /** Verbs whose subject asks: "made an appeal". */
  readonly making: readonly string[]
  readonly infinitive: string
  readonly that: string
  readonly by: string
  readonly for: string
  readonly not: string
  readonly out: string
  /** Open a question in a clause. */
  readonly question: readonly string[]
  /** Stand before what a question is about. */
  readonly topic: readonly string[]
  readonly negation: readonly string[]
  /** What makes it a mere chance: "could", "if". */
  readonly doubt: readonly string[]
  /** Like `doubt`, but a plan where somebody is said to have said it. */
  readonly hypothetical: readonly string[]
  /** End what is asked. */
  readonly stops: readonly string[]
  /** End it before a clause only. */
  readonly asWords: readonly string[]
  /** Asked for every day and no demands: "comment". */
  readonly trifles: readonly string[]
  /** "Asked not to be named". */
  readonly anonymity: readonly string[]
  /** Verbs that demands ask for, in the bare form. */
  readonly bareVerbs: readonly string[]
  /** Follow "to" and are no verbs. */
  readonly notVerbs: readonly string[]
  /** Papers that ask in their writers' stead. */
  readonly documents: readonly string[]
  /** Pronouns that are subjects only. */
  readonly subjectPronouns: readonly string[]
  /** "His", "their": before a noun they say whose demand it is. */
  readonly possessives: readonly string[]
  /** Past forms without the regular ending, of the verbs above. */
  readonly irregularPasts: readonly string[]
  /** Nouns for an answer: "in response to". */
  readonly replyNouns: readonly string[]
  readonly answers: AnswerWords
}

export type Complement =
  /** "X to do": the other does it. */
  | "infinitive"
  /** "to do": the subject does it. */
  | "own infinitive"
  /** "that X do". */
  | "that"
  /** "you we will do". */
  | "told clause"
  /** "whether …". */
  | "question"
  /** "X about …". */
  | "topic"
  /** "for …". */
  | "for"
  /** "an apology". */
  | "thing"
  /** "to doing". */
  | "gerund"

export interface DemandVerbs {
  readonly kind: "demand" | "call" | "question" | "promise" | "refusal"
  readonly forms: readonly string[]
  /** Stand between the verb and whom it asks: "on". */
  readonly links: readonly string[]
  readonly takes: readonly Complement[]
  /** Whom it asks stands behind a link, or is a name with an infinitive. */
  readonly needsLink?: boolean
  /** A clause counts only with a bare verb: "insisted that he pay", not "that he paid". */
  readonly needsBareVerb?: boolean
  /** Things do it as often: only somebody's counts. */
  readonly needsParty?: boolean
}

export interface DemandNouns {
  readonly kind: "demand" | "call" | "promise" | "refusal"
  readonly forms: readonly string[]
  readonly takes: readonly Complement[]
}

/** Words in sentences that report an answer or its absence. */
export interface AnswerWords {
  /** "Declined" to speak. */
  readonly declining: readonly string[]
  /** "Yet", "failed": to speak. */
  readonly failing: readonly string[]
  /** Auxiliaries that a "not" follows or that hold one. */
  readonly negated: readonly string[]
  /** Of those, the ones that make it a refusal. */
  readonly refusing: readonly string[]
  /** Of those, the ones that make a passive, which is nobody's silence. */
  readonly passive: readonly string[]
  readonly speaking: readonly string[]
  /** "Has not said when": of these only a question is left without an answer. */
  readonly saying: readonly string[]
  readonly spoken: readonly string[]
  /** "Would not" with these refuses. */
  readonly refusedSpeech: readonly string[]
  readonly reachable: readonly string[]
  readonly reached: readonly string[]
  readonly adverbs: readonly string[]
  /** "Ignored" a question. */
  readonly ignoring: readonly string[]
  /** What goes without an answer: "emails". */
  readonly asked: readonly string[]
  readonly unanswered: readonly string[]
  readonly going: readonly string[]
  /** "Was contacted" for comment. */
  readonly contacted: readonly string[]
  readonly comment: readonly string[]
  readonly interview: readonly string[]
  readonly answering: readonly string[]
  readonly agreeing: readonly string[]
  readonly yielding: readonly string[]
  readonly replyLinks: readonly string[]
  /** Respond to alarms, and answer nobody. */
  readonly crews: readonly string[]
  readonly clauseAdverbs: readonly string[]
  /** Before what was answered or not. */
  readonly aboutLinks: readonly string[]
  readonly onTopic: readonly string[]
  readonly seeking: readonly string[]
  /** "Made no comment". */
  readonly making: readonly string[]
  readonly no: readonly string[]
  readonly link: readonly string[]
  /** A plant "responds well". */
  readonly alive: readonly string[]
}
