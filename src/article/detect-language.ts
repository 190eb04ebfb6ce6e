const hashSeed = 0x811c9dc5

/** One step of FNV-1a. */
function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** The commonest short words of each language, chosen so that no two languages share many. */
const functionWords: Readonly<Record<string, string>> = {
  en: "the of and to in that is was for it with as his on be at by have from are this not but had which they were has an their said would who will",
  de: "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei sind war",
  fr: "le la les de des et à un une du en est que qui dans pour pas sur au plus par ce il avec sont cette ne se elle ont mais leur été",
  es: "el la los las de que y en un una por con no para su al lo como más pero sus le ya este entre cuando muy sin sobre también hasta fue",
  it: "il lo la gli le di che e un una per non con del della sono si da è anche come più nel alla dei ha ma questo delle dal ed al",
  pt: "o a os as de que e do da em um uma para com não por mais dos das no na se foi ao são como mas pelo pela também seu sua",
  nl: "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog uit naar door over ze heeft hij",
  sv: "och att det som en på är av för med den till har de inte om ett han men var jag sig från vi så kan när nu också",
  da: "og at det som en på er af for med den til har de ikke om et han men var jeg sig fra vi så kan når nu også blev bliver havde været hvad uden mod siger efter indtil meget gik alle ved blandt deres",
  no: "og at det som en på er av for med den til har de ikke om et han men var jeg seg fra vi så kan når nå også ble blir hadde vært hva uten mot sier etter inntil mye gikk alle ved blant deres barna",
  fi: "ja on ei se että hän oli ovat myös mutta kun niin joka mukaan ole kuin sen vuoden tai jo voi ovat sekä mitä",
  pl: "i w na z że się do nie to jest o jak po co tak za od przez dla są ale przy jego także tym który oraz był już",
  cs: "a v se na je že to s z do i o ale jako za by pro po jsou k tak který jeho podle také ve bylo již až",
  tr: "ve bir bu için da de ile olarak çok daha olan gibi en ise kadar sonra ancak olduğu göre var her ya ki değil",
  ro: "și în de la a cu pe nu că este din un o care pentru mai sau au fost prin sunt după dar ce această lui ale",
  hu: "a az és hogy nem is egy meg volt de ez csak már el mint van még ki azt vagy ha fel szerint után kell",
  is: "og að í á er sem var til við um með af en ekki það þetta hann hún þeir voru hafa verið fyrir frá eftir segir því",
  sk: "a v na je že sa z do i o ako za by pre po sú ale k tak ktorý jeho podľa tiež vo bol už až aj si nie pri hoci",
  sl: "in v na je da se z do za so po pa ki s ob bi ali tudi iz kot ne bo bil pri od še več med tem zaradi čeprav",
  hr: "i u na je da se s za su od do o kako ali ne po iz će što koji bi te nije samo bio kao nakon prema iako te uz",
  et: "ja on et ei see ka oli kui aga mis oma selle kuid ning ta või nii siis veel välja üle pärast kuigi mida kes juures jäi nad öö ühe kaks aasta",
  lv: "un ir ka ar no par uz tas arī bet kas kā tika pēc līdz vai to lai nav viņš būs jau pie gan tā bija pret šo",
  lt: "ir yra kad su iš į tai apie bet kaip buvo po iki ar jis už nuo jau taip pat dėl o nors nėra jos jo kurie prie",
  ca: "el la els les de que i en un una per amb no es va del al com més són seu aquest també ha han molt tot hi als dels",
  vi: "và của là có được trong cho với không một các những người đã này để khi đến từ ra về theo trên cũng sẽ tại",
  id: "yang dan di dari untuk dengan ini itu pada tidak dalam akan ke adalah juga oleh sebagai telah bisa ada mereka saat",
}

/** Letters that few of these languages write. */
const ownLetters: Readonly<Record<string, string>> = {
  de: "ßäöü",
  fr: "çêèàùœ",
  es: "ñ¿¡áó",
  it: "èàùò",
  pt: "ãõçêá",
  sv: "åäö",
  da: "æøå",
  no: "æøå",
  fi: "äö",
  is: "ðþæö",
  pl: "łąęśźżćń",
  cs: "řěůčšž",
  sk: "ľĺŕôčšž",
  sl: "čšž",
  hr: "đćčšž",
  hu: "őűöü",
  ro: "țşășâî",
  tr: "ğışç",
  et: "õäöü",
  lv: "āēīūķļņģ",
  lt: "ėųįąęšž",
  ca: "çàèò·",
  vi: "ơưđạảấầẩậắằặẹẻẽếềểệịọỏốồổộớờởợụủứừửữựỳỵ",
}

const languages = Object.keys(functionWords)

/** Of a letter, the languages whose own it is, as places in `languages`. */
const languagesOfLetter: ReadonlyMap<number, readonly number[]> = (() => {
  const map = new Map<number, number[]>()
  for (const [language, letters] of Object.entries(ownLetters))
    for (const letter of new Set(letters)) {
      const unit = letter.charCodeAt(0)
      map.set(unit, [...(map.get(unit) ?? []), languages.indexOf(language)])
    }
  return map
})()

interface FunctionWord {
  readonly word: string
  /** Places in `languages`. */
  readonly languages: readonly number[]
}

const longestFunctionWord = Math.max(...Object.values(functionWords).flatMap(lengthsOf))

function lengthsOf(words: string): readonly number[] {
  return words.split(" ").map((word) => word.length)
}

/** The words by the hash that `wordsIn` makes of them. */
const wordsByHash: ReadonlyMap<number, readonly FunctionWord[]> = (() => {
  const languagesOf = new Map<string, number[]>()
  for (const [language, words] of Object.values(functionWords).entries())
    for (const word of new Set(words.split(" ")))
      languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])
  const map = new Map<number, FunctionWord[]>()
  for (const [word, languages] of languagesOf) {
    let hash = hashSeed
    for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at))
    map.set(hash, [...(map.get(hash) ?? []), { word, languages }])
  }
  return map
})()

/** Scripts that one language, or one in the news far before others, is written in. */
const scripts: readonly (readonly [language: string, script: RegExp])[] = [
  ["ja", /[\u3040-\u30ff]/],
  ["ko", /[\uac00-\ud7af]/],
  ["zh", /[\u4e00-\u9fff]/],
  ["el", /[\u0370-\u03ff]/],
  ["he", /[\u0590-\u05ff]/],
  ["ur", /[\u0679\u0688\u0691\u06ba\u06d2\u06c1]/],
  ["fa", /[\u067e\u0686\u06af\u06a9\u06cc]/],
  ["ar", /[\u0600-\u06ff]/],
  ["hi", /[\u0900-\u097f]/],
  ["bn", /[\u0980-\u09ff]/],
  ["ta", /[\u0b80-\u0bff]/],
  ["te", /[\u0c00-\u0c7f]/],
  ["th", /[\u0e00-\u0e7f]/],
  ["ka", /[\u10a0-\u10ff]/],
  ["hy", /[\u0530-\u058f]/],
  ["be", /[ўЎ]/],
  ["uk", /[іїєґІЇЄҐ]/],
  ["sr", /[јљњћђџЈЉЊЋЂЏ]/],
  ["ru", /[\u0400-\u04ff]/],
]

const sampleCharactersMax = 6000
const wordsNeeded = 8

/**
 * The language of `text` by its script or its function words (BCP 47, without a region), or null when the text is
 * too short, mixed, or in a language that is not known here. Of languages equally likely, none.
 */
export function detectLanguage(text: string): string | null {
  const { letters, counts } = countScripts(text, Math.min(text.length, sampleCharactersMax))
  if (letters < 20) return null
  for (const [index, [language]] of scripts.entries()) {
    const isSign = language in fewLetters
    if (counts[index]! / letters <= (isSign ? fewLetters[language]! : 0.5)) continue
    return language === "ru" && !isRussian(text.slice(0, sampleCharactersMax)) ? "bg" : language
  }
  return languageOfWords(text.slice(0, sampleCharactersMax).toLowerCase())
}

/** Languages that share a script with another, by the share of letters of their own that tells them from it. */
const fewLetters: Readonly<Record<string, number>> = {
  ja: 0.03,
  ur: 0.03,
  fa: 0.03,
  be: 0.004,
  uk: 0.02,
  sr: 0.015,
}

/** Bulgarian writes the hard sign as a vowel, and none of three letters that no long Russian text is without. */
function isRussian(text: string): boolean {
  return /[ыэё]/i.test(text) || !/ъ/i.test(text)
}

function languageOfWords(lower: string): string | null {
  const counts = new Float64Array(languages.length)
  const { length } = lower
  let total = 0
  for (let at = 0; at < length; ) {
    const start = at
    let hash = hashSeed
    while (at < length) {
      const unit = lower.charCodeAt(at)
      const width = unit < 128 ? traits[unit]! >> letterShift : letterWidth(lower, at, length)
      if (width === 0) break
      if (unit >= 128) countLetter(counts, unit)
      hash = mixed(hash, unit)
      at += width
    }
    if (at === start) {
      at++
      continue
    }
    total++
    if (at - start <= longestFunctionWord) countWord(counts, lower, start, at, hash)
  }
  let first = 0
  for (let index = 1; index < counts.length; index++) if (counts[index]! > counts[first]!) first = index
  const most = counts[first]!
  if (total < wordsNeeded || most < total * 0.12) return null
  return counts.some((count, index) => count >= most && index !== first) ? null : languages[first]!
}

/** A word or letter of many languages says less for each of them. */
function countWord(counts: Float64Array, lower: string, start: number, end: number, hash: number): void {
  for (const { word, languages } of wordsByHash.get(hash) ?? [])
    if (word.length === end - start && lower.startsWith(word, start))
      for (const language of languages) counts[language]! += 1 / Math.sqrt(languages.length)
}

function countLetter(counts: Float64Array, unit: number): void {
  const owners = languagesOfLetter.get(unit)
  if (owners) for (const language of owners) counts[language]! += letterWeight / owners.length
}

const letterWeight = 0.5

/** How many letters `text` has before `end`, and how many characters of each of `scripts`. */
function countScripts(text: string, end: number): { readonly letters: number; readonly counts: Uint32Array } {
  const counts = new Uint32Array(scripts.length)
  let letters = 0
  for (let at = 0; at < end; ) {
    const unit = text.charCodeAt(at)
    if (unit < 128) {
      letters += traits[unit]! >> letterShift
      at++
      continue
    }
    const width = letterWidth(text, at, end)
    if (width > 0) letters++
    let inScripts = traits[unit]! & scriptBits
    for (let index = 0; inScripts !== 0; index++, inScripts >>= 1) if ((inScripts & 1) === 1) counts[index]!++
    at += width || 1
  }
  return { letters, counts }
}

const scriptBits = (1 << scripts.length) - 1
const knownBit = 1 << 28
const letterShift = 29
/** Of each code unit: the scripts it is of, and in the highest bit whether it is a letter; worked out when first met. */
const traits = new Uint32Array(0x10000)
for (let unit = 0; unit < 128; unit++) traits[unit] = traitsOf(unit)

/** The code units of the letter that begins at `at` and ends before `end`; 0 when none does. */
function letterWidth(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit < 0xdc00) return /^\p{L}/u.test(text.slice(at, Math.min(at + 2, end))) ? 2 : 0
  if (traits[unit] === 0) traits[unit] = traitsOf(unit)
  return traits[unit]! >> letterShift
}

function traitsOf(unit: number): number {
  const character = String.fromCharCode(unit)
  let found = knownBit | (/\p{L}/u.test(character) ? 1 << letterShift : 0)
  for (const [index, [, script]] of scripts.entries()) if (script.test(character)) found |= 1 << index
  return found
}
