import type { Demand } from "../analysis.ts"
import { tableByHash } from "../numerals/words.ts"
import type { WordTable } from "../word-table.ts"

export interface DemandCue {
  readonly kind: Demand["kind"]
  /** How the rest is said: "ask X to do", "demand that X do", "refuse to do". */
  readonly frame: "ask" | "demand" | "to"
  /** Also a noun: "a call", "the demand". */
  readonly nounLike: boolean
}

const forms = (verb: string): readonly string[] => {
  const stem = verb.endsWith("e") ? verb.slice(0, -1) : verb
  return [verb, `${verb}s`, `${stem}ed`, `${stem}ing`]
}

function cuesOf(
  verbs: string,
  cue: Omit<DemandCue, "nounLike">,
  nounLike = false,
): readonly (readonly [string, DemandCue])[] {
  return verbs
    .split(" ")
    .flatMap((verb) => (verb.startsWith("=") ? [verb.slice(1)] : forms(verb)))
    .map((word) => [word, { ...cue, nounLike }] as const)
}

export const demandCues: WordTable<DemandCue> = tableByHash([
  ...cuesOf("demand", { kind: "demand", frame: "demand" }, true),
  ...cuesOf("insist order", { kind: "demand", frame: "ask" }, true),
  ...cuesOf(
    "ask urge call press pressure implore petition beg =begged =begging request challenge encourage appeal exhort",
    { kind: "call", frame: "ask" },
    true,
  ),
  ...cuesOf("question", { kind: "question", frame: "ask" }, true),
  ...cuesOf(
    "promise vow pledge guarantee =committed =commits =commit",
    { kind: "promise", frame: "to" },
    true,
  ),
  ...cuesOf("refuse", { kind: "refusal", frame: "to" }),
])

/** Verbs that demands ask for, in the bare form: they part whom from what in "demand that the company cancel …". */
export const baseVerbs: WordTable<true> = tableByHash(
  "abandon abolish accept accommodate acknowledge act add address adopt agree allow alter amend announce answer apologise apologize appear appoint approve arrest ask assess assure ban be become begin block boycott bring build cancel cease change charge clarify clean clear close come commit compensate complete comply condemn conduct consider consult continue cooperate correct create cut deal decide declare defund delay deliver deny deport detail disband disclose dismiss disclose divest do draft drop dump enact end enforce engage ensure establish evacuate examine exclude expand expel explain extend extradite face file find fire fix follow free freeze fund get give go grant guarantee hand have hear hold honour honor impeach implement impose improve increase inspect introduce investigate invest issue join keep launch lay leave let lift limit listen look lower maintain make meet move name negotiate offer open order outlaw overhaul override overturn pass pause pay permit postpone prevent probe produce prohibit promise prosecute protect provide publish pull punish put quit raise reach rebuild recall recognise recognize reconsider recuse reduce refrain reform refund refuse reimburse reinstate reject release remain remove renegotiate reopen repair repay repeal replace report rescind resign resolve respect respond restore resume retract return reunite reveal reverse review revise revoke rule sack scrap send set settle sever share show shut sign speak stand start state stay step stop strengthen strike submit suspend tackle take tell terminate testify treat turn uphold vacate vote wait withdraw work"
    .split(" ")
    .map((verb): [string, true] => [verb, true]),
)
