import { monthsByName } from "../article/index.ts"

/** From 0, or from the number given, by language: English, German, French, Spanish, Italian, Portuguese, Dutch. */
const countedWords: readonly (readonly [from: number, words: string])[] = [
  [
    0,
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
  ],
  [17, "seventeen eighteen nineteen"],
  [
    0,
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn",
  ],
  [17, "siebzehn achtzehn neunzehn"],
  [2, "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"],
  [
    2,
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
  ],
  [
    2,
    "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
  ],
  [
    2,
    "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove",
  ],
  [
    2,
    "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
  ],
]

const tensWords: readonly string[] = [
  "twenty thirty forty fifty sixty seventy eighty ninety",
  "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
  "vingt trente quarante cinquante soixante",
  "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
  "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
  "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
  "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
]

/** Words of number whose value is not taken: that they stand in both is all that is compared. */
const otherNumberWords =
  "hundred thousand million billion trillion dozen dozens hundreds thousands millions billions half third quarter twice " +
  "thrice first second fourth fifth sixth seventh eighth ninth tenth double triple " +
  "hundert tausend million millionen milliarde milliarden dutzend hälfte halb doppelt " +
  "cent cents mille millier milliers millions milliard milliards douzaine moitié demi double " +
  "cien cientos mil miles millón millones docena mitad medio doble " +
  "cento mila milione milioni miliardo miliardi metà mezzo doppio " +
  "cem centenas milhão milhões metade meio dobro dúzia " +
  "honderd duizend miljoen miljard helft half dubbel"

const weekdays: readonly string[] = [
  "monday tuesday wednesday thursday friday saturday sunday",
  "montag dienstag mittwoch donnerstag freitag samstag sonntag",
  "lundi mardi mercredi jeudi vendredi samedi dimanche",
  "lunes martes miércoles jueves viernes sábado domingo",
  "lunedì martedì mercoledì giovedì venerdì sabato domenica",
  "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
  "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
]

/** What a word of number, a month or a day of the week stands for: the same for all that stand for the same. */
const valueByWord: ReadonlyMap<string, string> = new Map([
  ...otherNumberWords.split(" ").map((word): [string, string] => [word, word]),
  ...[...monthsByName].map(([name, month]): [string, string] => [name, `month ${month}`]),
  ...weekdays.flatMap((days) => days.split(" ").map((day, at): [string, string] => [day, `day ${at}`])),
  ...countedWords.flatMap(([from, words]) =>
    words.split(" ").map((word, at): [string, string] => [word, String(from + at)]),
  ),
  ...tensWords.flatMap((words) =>
    words.split(" ").map((word, at): [string, string] => [word, String(10 * (at + 2))]),
  ),
])

/** Months that are other words as well, and tell a month by their capital only. */
const ambiguousMonths = new Set([
  "may",
  "march",
  "mar",
  "sept",
  "dec",
  "sun",
  "sat",
  "mon",
  "ago",
  "out",
  "set",
])

/**
 * The value of a word or number as a key to compare by, null for one that tells none. "1,200" is 1200 and "3,5" is not
 * 35: only groups of three digits are put together.
 */
export function wordValue({
  text,
  form,
  kind,
}: {
  readonly text: string
  readonly form: string
  readonly kind: string
}): string | null {
  if (kind === "number")
    return form.replace(/(?<=\d)[,.'’\u00a0\u202f ](?=\d{3}(?!\d))/g, "").replace(",", ".")
  if (ambiguousMonths.has(form) && !/^\p{Lu}/u.test(text)) return null
  const known = valueByWord.get(form)
  if (known !== undefined) return known
  const [tens, ones, ...more] = form.split("-").map((part) => Number(valueByWord.get(part)))
  return more.length === 0 && tens! >= 20 && tens! % 10 === 0 && ones! < 10 ? String(tens! + ones!) : null
}

/** Words that say how far a number is to be taken. */
const bounds = new Set(
  (
    "at least most more less fewer than over under up to about around nearly almost roughly some only exactly " +
    "mindestens höchstens mehr weniger als über unter bis zu etwa rund fast gut knapp " +
    "plus moins de au environ près presque más menos al unos casi hasta più meno circa quasi mais menos quase cerca"
  ).split(" "),
)

export function isBound(form: string): boolean {
  return bounds.has(form)
}

/** The speaker's own words for himself, alone or among others. Left out is what is another word elsewhere. */
export const personByWord: ReadonlyMap<string, "I" | "we"> = new Map([
  ...(
    "i me my mine myself i'm i've i'll i'd ich mich mir mein meine meinen meinem meiner je j'ai moi mon yo mí mis io mio mia " +
    "ik mij mijn eu meu minha"
  )
    .split(" ")
    .map((word): [string, "I"] => [word, "I"]),
  ...(
    "we us our ours ourselves we're we've we'll we'd wir uns unser unsere unseren unserem unserer nous notre nos nosotros " +
    "nuestro nuestra noi nostro nostra wij ons onze nós nosso nossa"
  )
    .split(" ")
    .map((word): [string, "we"] => [word, "we"]),
])

/** Words of grammar in languages other than English. No word of denying is among them. */
export const foreignGrammarWords =
  "der die das den dem des ein eine einen einem einer eines und oder in im an am auf zu zum zur von vom mit bei für als " +
  "ist sind war waren wird werden wurde wurden hat haben hatte hatten sei wäre " +
  "le la les un une des du de d l à au aux et ou en dans sur par pour avec que qui est sont était étaient a ont avait sera " +
  "el los las lo una unos unas del al y o con por para que es son era eran fue fueron ha han había " +
  "il gli i dei del della delle nel nella e con per che è sono ha hanno aveva era erano " +
  "os as um uma do da dos das no na em com por para é são foi foram tem têm tinha " +
  "het een van op te met voor door dat die is zijn was waren heeft hebben had wordt worden werd"
