import type { DemandWords } from "./language.ts"
import { wordsOf } from "./words-of.ts"

const forms = (verbs: string): readonly string[] =>
  wordsOf(verbs).flatMap((verb) => {
    if (verb.startsWith("=")) return [verb.slice(1)]
    const stem = verb.endsWith("e") ? verb.slice(0, -1) : verb
    return [verb, `${verb}s`, `${stem}ed`, `${stem}ing`]
  })

/** How English asks, promises, refuses and answers. */
export const englishDemands: DemandWords = {
  verbs: [
    { kind: "call", forms: forms("ask"), links: [], takes: ["infinitive", "question", "for", "topic"] },
    {
      kind: "call",
      forms: forms("urge implore exhort lobby =lobbied =beg =begs =begged =begging"),
      links: [],
      takes: ["infinitive", "that"],
    },
    { kind: "call", forms: forms("encourage"), links: [], takes: ["infinitive"], needsParty: true },
    {
      kind: "call",
      forms: forms("press pressure petition request challenge"),
      links: [],
      takes: ["infinitive", "that"],
    },
    {
      kind: "call",
      forms: forms("call"),
      links: wordsOf("on upon"),
      takes: ["infinitive", "for"],
      needsLink: true,
    },
    {
      kind: "call",
      forms: forms("appeal"),
      links: wordsOf("to"),
      takes: ["infinitive", "for"],
      needsLink: true,
    },
    {
      kind: "call",
      forms: forms("plead =pled"),
      links: wordsOf("with"),
      takes: ["infinitive", "for"],
      needsLink: true,
    },
    { kind: "demand", forms: forms("demand"), links: [], takes: ["that", "own infinitive", "thing"] },
    { kind: "demand", forms: forms("insist"), links: [], takes: ["that"], needsBareVerb: true },
    {
      kind: "demand",
      forms: forms("order instruct =directed =commanded =told"),
      links: [],
      takes: ["infinitive"],
    },
    { kind: "question", forms: forms("question"), links: [], takes: ["question", "topic"] },
    { kind: "question", forms: forms("inquire enquire"), links: [], takes: ["question"] },
    {
      kind: "promise",
      forms: forms("promise vow pledge guarantee =swear =swears =swore =sworn"),
      links: [],
      takes: ["own infinitive", "that", "thing", "told clause"],
    },
    {
      kind: "promise",
      forms: wordsOf("commit commits committed committing"),
      links: [],
      takes: ["own infinitive", "gerund"],
    },
    { kind: "refusal", forms: forms("refuse decline"), links: [], takes: ["own infinitive"] },
  ],
  nouns: [
    { kind: "demand", forms: wordsOf("demand demands ultimatum"), takes: ["that", "infinitive", "for"] },
    {
      kind: "call",
      forms: wordsOf("call calls appeal appeals plea pleas request requests"),
      takes: ["that", "infinitive", "for"],
    },
    {
      kind: "promise",
      forms: wordsOf("promise promises pledge pledges vow vows"),
      takes: ["that", "infinitive"],
    },
    { kind: "refusal", forms: wordsOf("refusal"), takes: ["infinitive"] },
  ],
  rejecting: [
    ...forms("reject dismiss rebuff resist spurn =denied =denies =deny =denying").map(
      (verb): [string, string] => [verb, ""],
    ),
    ...wordsOf("turned turns turn turning").map((verb): [string, string] => [verb, "down"]),
    ...wordsOf("brushed shrugged").map((verb): [string, string] => [verb, "aside"]),
  ],
  rejected: wordsOf(
    "call calls demand demands request requests appeal appeals plea pleas pressure petition bid proposal proposals",
  ),
  rulingOut: wordsOf("ruled rules ruling rule"),
  facing: wordsOf("face faces faced facing meet met under"),
  making: wordsOf(
    "make makes made making repeat repeats repeated issue issues issued renew renewed renews send sent launch launched launches back backed backs",
  ),
  infinitive: "to",
  that: "that",
  by: "by",
  for: "for",
  not: "not",
  out: "out",
  question: wordsOf("whether why how if what when where who which"),
  topic: wordsOf("about over regarding"),
  negation: wordsOf(`
    not never no nobody none neither nor hardly cannot didn't doesn't don't hasn't haven't hadn't won't wouldn't can't
    couldn't shouldn't isn't aren't wasn't weren't`),
  doubt: wordsOf("could couldn't might may should must ought if unless"),
  hypothetical: wordsOf("would"),
  stops: wordsOf("although though because while whereas amid despite whose"),
  asWords: wordsOf("as"),
  trifles: wordsOf(
    "comment comments interview interviews ball bill directions time help trouble silence snow rain id it police name names",
  ),
  anonymity: wordsOf("named identified quoted"),
  bareVerbs: wordsOf(`
    abandon abolish accept accommodate acknowledge act add address adopt agree allow alter amend announce answer apologise
    apologize appear appoint approve arrest ask assess assure ban be become begin block boycott bring build cancel cease
    change charge clarify clean clear close come commit compensate complete comply condemn conduct consider consult
    continue cooperate correct create cut deal decide declare defund delay deliver deny deport detail disband disclose
    dismiss divest do draft drop dump enact end enforce engage ensure establish evacuate examine exclude expand expel
    explain extend extradite face file find finish fire fix follow free freeze fund get give go grant guarantee halt hand
    have hear hold honour honor impeach implement impose improve increase inspect introduce investigate invest issue join
    keep launch lay leave let lift limit listen look lower maintain make meet mend move name negotiate offer open order
    outlaw overhaul override overturn pass pause pay permit postpone prevent probe produce prohibit promise prosecute
    protect provide publish pull punish put quit raise reach rebuild recall recognise recognize reconsider recuse reduce
    refrain reform refund refuse reimburse reinstate reject release remain remove renegotiate reopen repair repay repeal
    replace report rescind resign resolve respect respond restore resume retract return reunite reveal reverse review
    revise revoke rule sack scrap send set settle sever share show shut sign speak stand start state stay step stop
    strengthen strike submit suspend tackle take tell terminate testify treat turn uphold vacate vote wait withdraw work`),
  notVerbs: wordsOf(`
    the a an its his her their our my your this that these those me us him them it one two three four five six seven
    eight nine ten no any all some more each every another`),
  documents: wordsOf(
    "letter petition statement resolution email report lawsuit motion post complaint note memo banner sign group campaign appeal",
  ),
  subjectPronouns: wordsOf("i we he she they"),
  possessives: wordsOf("his her their its our my"),
  irregularPasts: wordsOf("told pled sworn swore begged directed commanded"),
  replyNouns: wordsOf("response"),
  answers: {
    declining: wordsOf("declined declines declining decline refused refuses refusing refuse"),
    failing: wordsOf("yet failed fails failing neglected"),
    negated: wordsOf(`
      did didn't does doesn't do don't has hasn't have haven't had hadn't could couldn't was wasn't were weren't would
      wouldn't will won't`),
    refusing: wordsOf("would wouldn't will won't"),
    passive: wordsOf("was wasn't were weren't"),
    speaking: wordsOf(`
      comment answer respond reply say discuss elaborate address explain provide confirm disclose speak talk give return
      mention clarify acknowledge detail specify elaborate`),
    saying: wordsOf("say says said"),
    spoken: wordsOf(`
      commented answered responded replied said discussed elaborated addressed explained provided confirmed disclosed
      spoken returned mentioned clarified acknowledged specified`),
    refusedSpeech: wordsOf("comment say discuss answer elaborate confirm disclose speculate"),
    reachable: wordsOf("available reachable"),
    reached: wordsOf("reached"),
    adverbs: wordsOf(
      "immediately directly yet specifically explicitly publicly even initially otherwise been be further",
    ),
    ignoring: wordsOf("ignored ignores sidestepped sidesteps dodged dodges ducked evaded avoided deflected"),
    asked: wordsOf(
      "question questions request requests call calls query queries inquiry inquiries demand demands email emails message messages letter letters plea pleas",
    ),
    unanswered: wordsOf("unanswered unreturned"),
    going: wordsOf("went go gone were was"),
    contacted: wordsOf("contacted approached asked"),
    comment: wordsOf("comment comments"),
    interview: wordsOf("interview interviews requests request"),
    answering: wordsOf("responded replied response agreed agrees complied bowed relented acceded"),
    agreeing: wordsOf("agreed agrees acceded"),
    yielding: wordsOf("complied bowed relented acceded"),
    replyLinks: wordsOf("to that by with on in"),
    crews: wordsOf("police firefighters crews officers ambulances paramedics engines"),
    clauseAdverbs: wordsOf("directly immediately publicly"),
    aboutLinks: wordsOf("to on about that further"),
    onTopic: wordsOf("about on regarding concerning"),
    seeking: wordsOf("seeking requesting"),
    making: wordsOf("made makes offered"),
    no: wordsOf("no"),
    link: wordsOf("to with"),
    alive: wordsOf("well badly quickly poorly"),
  },
}
