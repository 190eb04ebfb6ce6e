import type { Verbs } from "./language.ts"
import { wordsOf } from "./words-of.ts"

const speech = wordsOf(`
  acknowledge add admit advise affirm agree allege announce answer argue ask assert assure attest aver bark
  beg bellow boast boom brag broadcast caution charge chime chant claim clarify comment complain concede conclude confess
  confide confirm contend continue counter counsel crow cry deadpan declare decree demand deny describe detail disclose dispute
  divulge echo elaborate indicate email emphasise emphasize enquire estimate exclaim explain expound fume grumble gripe
  growl gush hint huff implore imply inform inquire insist instruct interject interrupt intone joke lament lecture maintain
  marvel mention message moan mumble murmur muse mutter narrate note notify object observe opine order outline petition plead
  pledge posit post predict proclaim promise pronounce propose protest query quip quote rage rant reaffirm reason
  reassert reassure recall recite recommend recount reflect reiterate rejoin relate remark remind repeat reply report
  request respond restate retort reveal say scoff scold scream shout shriek sigh signal snap sneer specify speculate
  state stipulate stress submit suggest sum summarise summarize surmise swear tease tell testify text theorise theorize
  thunder tweet underline underscore urge utter venture voice volunteer vow warn whisper wonder write yell`)

const addressing = wordsOf(`
  advise ask assure caution counsel email implore inform instruct lecture message notify order petition reassure remind
  tell text urge warn`)

const stance = wordsOf(`
  accuse address admire admonish adore advocate anticipate appear applaud assail assess assume attack back bash believe
  bemoan berate blame blast brand call celebrate challenge champion characterise characterize chide choose cite commend
  compare conceive condemn consider credit criticise criticize decide decline decry deem defend define denigrate denounce
  deplore deride dismiss doubt draw dub endorse envisage envision expect express face favor favour fear feel find
  flag forecast foresee hail hear hope identify imagine intend invite invoke know knock label laud liken link list
  lambast lambaste loathe love mock name nickname offer oppose paint plan ponder portray praise press propose push question
  rail realise realize rebuff rebuke recognise recognize refer refuse regard regret reject renew resolve ridicule rip salute
  savage see seek seem sense show skewer slam slate slur speak support tag talk target taunt tear term thank think threaten
  title tout trash treat trumpet understand use view want welcome wish worry`)

const other = wordsOf(`
  abandon accept accompany achieve act affect aim allow amount apply appoint approve arrest arrive attempt attend avoid ban beat become
  begin block break bring build buy campaign cancel capture carry cast catch cause change close collapse come compete
  complete concern conduct contain contribute control cost cover create cross cut damage deal deliver depart design
  destroy determine develop die draw drive drop earn elect emerge employ enable end enjoy enter escape establish exceed exist
  expand face fail fall fight file fill fire fix flee fly follow force form gain gather get give go grant grow handle
  happen head help hire hit hold host improve include increase introduce investigate involve issue join jump keep kick kill lack
  land last launch lay lead leave lie limit live look lose make manage mark marry match mean meet miss move need
  obtain occur open operate overcome own participate pass pay perform place play point prepare present prevent produce
  protect prove provide publish pull purchase put raise reach receive reduce release rely remain remove replace represent require
  resign resist rest result retire return ride ring rise rule run save schedule sell send separate serve set settle
  shake share shift shoot sign sing sit slide spend split spread stand start stay steal step stop strike struggle
  succeed suffer sue surge surround survive suspend take teach tend touch travel try turn undergo vote wait walk watch wear win
  withdraw work`)

/** Past forms and past participles that no rule gives. */
const irregular: Readonly<Record<string, string>> = {
  arise: "arose arisen",
  beat: "beat beaten",
  become: "became",
  begin: "began begun",
  break: "broke broken",
  bring: "brought",
  build: "built",
  buy: "bought",
  cast: "cast",
  catch: "caught",
  choose: "chose chosen",
  come: "came",
  cost: "cost",
  cut: "cut",
  deal: "dealt",
  draw: "drew drawn",
  drive: "drove driven",
  fall: "fell fallen",
  feel: "felt",
  fight: "fought",
  find: "found",
  flee: "fled",
  fly: "flew flown",
  foresee: "foresaw foreseen",
  forecast: "forecast",
  get: "got gotten",
  give: "gave given",
  go: "went gone",
  grow: "grew grown",
  hear: "heard",
  hit: "hit",
  hold: "held",
  keep: "kept",
  know: "knew known",
  lay: "laid",
  lead: "led",
  leave: "left",
  lie: "lay lain",
  lose: "lost",
  make: "made",
  mean: "meant",
  meet: "met",
  overcome: "overcame",
  pay: "paid",
  put: "put",
  read: "read",
  ride: "rode ridden",
  ring: "rang rung",
  rise: "rose risen",
  run: "ran",
  say: "said",
  see: "saw seen",
  seek: "sought",
  sell: "sold",
  send: "sent",
  set: "set",
  shake: "shook shaken",
  shoot: "shot",
  show: "showed shown",
  sing: "sang sung",
  sit: "sat",
  slide: "slid",
  speak: "spoke spoken",
  spend: "spent",
  split: "split",
  spread: "spread",
  stand: "stood",
  steal: "stole",
  strike: "struck",
  swear: "swore sworn",
  take: "took taken",
  teach: "taught",
  tear: "tore torn",
  tell: "told",
  think: "thought",
  undergo: "underwent undergone",
  understand: "understood",
  wear: "wore worn",
  win: "won",
  withdraw: "withdrew withdrawn",
  write: "wrote written",
  broadcast: "broadcast",
  rip: "ripped",
}

/** Verbs of more than one syllable that double their last letter all the same. */
const doubling = new Set(
  wordsOf(
    "admit submit quip beg brag chat plan drop rip tag slam step stop skip rebut commit control dub cancel hit get put set sit split win run slur trim shrug refer regret occur confer concur prefer infer defer",
  ),
)

/** Finite forms and the infinitive. */
function finiteForms(verb: string): readonly string[] {
  const s = /(s|x|z|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`
  const past = irregular[verb]?.split(" ") ?? [
    doubling.has(verb)
      ? `${verb}${verb.at(-1)}ed`
      : /e$/.test(verb)
        ? `${verb}d`
        : /[^aeiou]y$/.test(verb)
          ? `${verb.slice(0, -1)}ied`
          : `${verb}ed`,
  ]
  return [verb, s, ...past]
}

function participleOf(verb: string): string {
  if (doubling.has(verb)) return `${verb}${verb.at(-1)}ing`
  if (/ie$/.test(verb)) return `${verb.slice(0, -2)}ying`
  return /[^eo]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`
}

export const englishVerbs: Verbs = {
  speech: speech.flatMap(finiteForms),
  speechParticiples: speech.map(participleOf),
  addressing: addressing.flatMap((verb) => [...finiteForms(verb), participleOf(verb)]),
  stance: [...stance.flatMap(finiteForms), "rails", "sought"],
  stanceParticiples: stance.map(participleOf),
  auxiliary: wordsOf(`
    has have had having do does did will would can could may might must shall should ought cannot can't won't wouldn't
    couldn't didn't doesn't don't hasn't haven't hadn't shouldn't isn't aren't wasn't weren't not never`),
  being: wordsOf("is are was were be been being am isn't aren't wasn't weren't"),
  participleEnding: "ing",
  pastEnding: "ed",
  other: other.flatMap(finiteForms).filter((form) => !other.includes(form)),
}
