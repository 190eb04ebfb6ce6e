/** How much of the bytes is looked at. */
const sampleBytesMax = 1 << 16
/** Bytes above ASCII below which nothing is concluded. */
const highBytesMin = 8
/** The least share of two-byte characters that must be common ones of the encoding. */
const commonShareMin = 0.7
/** The greatest share that may be no character at all. */
const faultShareMax = 0.02
/** In Latin scripts letters above ASCII stand alone; elsewhere whole words are made of them. */
const runShareMin = 0.5
/** The least share of letters that must be the commonest of their script. */
const letterShareMin = 0.55

/**
 * The WHATWG name of the encoding that undeclared bytes, which are no UTF-8, are likeliest in; `language` is what the
 * page says that it is in (BCP 47), or null. East Asian encodings are told by how many of their two-byte characters
 * are the common ones (the rows that each standard gives to them), other scripts by their commonest letters, in the
 * manner of Li and Momoi, "A composite approach to language/encoding detection" (2001). Else windows-1252.
 */
export function sniffEncoding(bytes: Uint8Array, language: string | null): string {
  const sample = bytes.subarray(0, sampleBytesMax)
  const { high, inRuns } = countHigh(sample)
  const byLanguage = latinByLanguage.get(language?.slice(0, 2).toLowerCase() ?? "") ?? "windows-1252"
  if (high < highBytesMin || inRuns < high * runShareMin) return likeliestPairs(sample, 0.9) ?? byLanguage
  return likeliestPairs(sample, commonShareMin) ?? likeliestLetters(sample) ?? byLanguage
}

const latinByLanguage: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "windows-1250": "pl cs sk hu sl hr bs ro sq",
    "windows-1254": "tr az",
    "windows-1257": "et lv lt",
    "windows-1258": "vi",
  }).flatMap(([encoding, languages]) =>
    languages.split(" ").map((language): [string, string] => [language, encoding]),
  ),
)

function countHigh(sample: Uint8Array): { readonly high: number; readonly inRuns: number } {
  let high = 0
  let inRuns = 0
  for (let i = 0; i < sample.length; i++) {
    if (sample[i]! < 0x80) continue
    high++
    if ((sample[i - 1] ?? 0) >= 0x80 || (sample[i + 1] ?? 0) >= 0x80) inRuns++
  }
  return { high, inRuns }
}

interface PairEncoding {
  readonly name: string
  readonly isLead: (byte: number) => boolean
  readonly isTrail: (byte: number) => boolean
  /** Kana, and the ideographs or syllables that the standard calls frequent. */
  readonly isCommon: (lead: number, trail: number) => boolean
  /** What the language cannot do without, and the least share of it. */
  readonly isTelling: (lead: number) => boolean
  readonly tellingMin: number
}

const within = (byte: number, low: number, high: number): boolean => byte >= low && byte <= high
const isHigh = (byte: number): boolean => within(byte, 0xa1, 0xfe)

const pairEncodings: readonly PairEncoding[] = [
  {
    name: "euc-jp",
    isLead: isHigh,
    isTrail: isHigh,
    isCommon: (lead) => within(lead, 0xa4, 0xa5) || within(lead, 0xb0, 0xcf) || lead === 0xa1,
    isTelling: (lead) => within(lead, 0xa4, 0xa5),
    tellingMin: 0.2,
  },
  {
    name: "shift_jis",
    isLead: (byte) => within(byte, 0x81, 0x9f) || within(byte, 0xe0, 0xfc),
    isTrail: (byte) => within(byte, 0x40, 0x7e) || within(byte, 0x80, 0xfc),
    isCommon: (lead) => within(lead, 0x81, 0x98),
    isTelling: (lead) => within(lead, 0x82, 0x83),
    tellingMin: 0.2,
  },
  {
    name: "euc-kr",
    isLead: isHigh,
    isTrail: isHigh,
    isCommon: (lead) => within(lead, 0xb0, 0xc8) || lead === 0xa1,
    isTelling: (lead) => within(lead, 0xb0, 0xc8),
    tellingMin: 0.9,
  },
  {
    name: "gb18030",
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) => within(byte, 0x40, 0x7e) || within(byte, 0x80, 0xfe),
    isCommon: (lead, trail) => trail >= 0xa1 && (within(lead, 0xb0, 0xd7) || lead === 0xa1 || lead === 0xa3),
    isTelling: (lead) => within(lead, 0xb0, 0xd7),
    tellingMin: 0.6,
  },
  {
    name: "big5",
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) => within(byte, 0x40, 0x7e) || isHigh(byte),
    isCommon: (lead) => within(lead, 0xa4, 0xc6) || lead === 0xa1,
    isTelling: (lead) => within(lead, 0xa4, 0xc6),
    tellingMin: 0.6,
  },
]

function likeliestPairs(sample: Uint8Array, shareMin: number): string | null {
  let best: string | null = null
  let bestShare = shareMin
  for (const encoding of pairEncodings) {
    const share = commonShare(sample, encoding)
    if (share > bestShare) {
      best = encoding.name
      bestShare = share
    }
  }
  return best
}

/** The share of two-byte characters that are common ones; 0 where there are too many faults. */
function commonShare(
  sample: Uint8Array,
  { isLead, isTrail, isCommon, isTelling, tellingMin }: PairEncoding,
): number {
  let pairs = 0
  let common = 0
  let telling = 0
  let faults = 0
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i]!
    if (lead < 0x80) continue
    const trail = sample[i + 1] ?? 0
    if (!isLead(lead) || !isTrail(trail)) {
      faults++
      continue
    }
    pairs++
    i++
    if (isCommon(lead, trail)) common++
    if (isTelling(lead)) telling++
  }
  if (pairs < 4 || faults > Math.max(1, pairs * faultShareMax) || telling < pairs * tellingMin) return 0
  return common / pairs
}

/** Single-byte encodings with the commonest letters of their script, which make up most of any text in it. */
const letterEncodings: readonly (readonly [name: string, letters: string])[] = [
  ["windows-1251", "оеаинтсрвлкміў"],
  ["koi8-r", "оеаинтсрвлкм"],
  ["iso-8859-5", "оеаинтсрвлкм"],
  ["ibm866", "оеаинтсрвлкм"],
  ["windows-1253", "αοιετνσηυρπκμς"],
  ["windows-1255", "יוהלאתרבשמנ"],
  ["windows-1256", "ايلمونرتبةعد"],
  ["windows-874", "านรอกเงทมยลวดส่้ั"],
]

function likeliestLetters(sample: Uint8Array): string | null {
  let best: string | null = null
  let bestShare = letterShareMin
  for (const [name, letters] of letterEncodings) {
    const printed = new TextDecoder(name).decode(sample).replace(/[\u0000-\u007f]+/g, "")
    let common = 0
    for (const character of printed) if (letters.includes(character)) common++
    const share = common / printed.length
    if (share > bestShare) {
      best = name
      bestShare = share
    }
  }
  return best
}
