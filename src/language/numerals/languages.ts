import type { NumeralWords } from "./words.ts"

const numbered = (words: string, from = 0): Record<string, number> =>
  Object.fromEntries(words.split(" ").map((word, i) => [word, i + from]))

const tensOf = (words: string): Record<string, number> =>
  Object.fromEntries(words.split(" ").map((word, i) => [word, 10 * (i + 2)]))

/** "einundzwanzig" to "neunundneunzig", "zweihundert": German writes them in one word. */
function germanCompounds(): Record<string, number> {
  const units = numbered("ein zwei drei vier fünf sechs sieben acht neun", 1)
  const tens = tensOf("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
  const made: Record<string, number> = {}
  for (const [unit, one] of Object.entries(units)) {
    for (const [ten, value] of Object.entries(tens)) made[`${unit}und${ten}`] = value + one
    made[`${unit}hundert`] = 100 * one
    made[`${unit}tausend`] = 1000 * one
  }
  return made
}

const none: NumeralWords = {
  ones: {},
  tens: {},
  scales: {},
  vagueScales: {},
  abouts: {},
  ordinals: {},
  fractions: {},
  scaleMarks: {},
  ordinalMarks: [],
  and: "",
  point: "",
  articles: [],
  negatives: [],
  decimalMark: ",",
}

export const frenchNumerals: NumeralWords = {
  ...none,
  ones: {
    ...numbered(
      "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    ),
    une: 1,
    // The words are joined: "plus d’un tiers".
    "d'un": 1,
    "d'une": 1,
  },
  tens: { ...tensOf("vingt trente quarante cinquante soixante"), septante: 70, huitante: 80, nonante: 90 },
  scales: {
    cent: 100,
    cents: 100,
    mille: 1e3,
    million: 1e6,
    millions: 1e6,
    milliard: 1e9,
    milliards: 1e9,
    douzaine: 12,
  },
  abouts: {
    dizaine: 10,
    quinzaine: 15,
    vingtaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100,
    millier: 1000,
  },
  vagueScales: { dizaines: 10, douzaines: 12, centaines: 100, milliers: 1e3 },
  ordinals: { premier: 1, deuxième: 2, troisième: 3, quatrième: 4 },
  fractions: { moitié: 2, tiers: 3, quart: 4, quarts: 4, cinquième: 5, cinquièmes: 5, dixième: 10 },
  scaleMarks: { M: 1e6, Md: 1e9, Mds: 1e9, k: 1e3 },
  ordinalMarks: ["er", "e", "ème"],
  and: "et",
  point: "virgule",
}

export const germanNumerals: NumeralWords = {
  ...none,
  ones: {
    ...numbered(
      "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    ),
    ...germanCompounds(),
    ein: 1,
    eine: 1,
    einen: 1,
    einer: 1,
    einem: 1,
    zwo: 2,
  },
  tens: tensOf("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"),
  scales: {
    hundert: 100,
    tausend: 1e3,
    million: 1e6,
    millionen: 1e6,
    milliarde: 1e9,
    milliarden: 1e9,
    billion: 1e12,
    billionen: 1e12,
    dutzend: 12,
  },
  vagueScales: { dutzende: 12, hunderte: 100, tausende: 1e3 },
  ordinals: { ersten: 1, zweiten: 2, dritten: 3, vierten: 4 },
  fractions: { hälfte: 2, drittel: 3, viertel: 4, fünftel: 5, achtel: 8, zehntel: 10 },
  scaleMarks: { Mio: 1e6, mio: 1e6, Mrd: 1e9, mrd: 1e9, Tsd: 1e3 },
  and: "und",
  point: "komma",
}

export const spanishNumerals: NumeralWords = {
  ...none,
  ones: {
    ...numbered(
      "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    ),
    ...numbered(
      "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
      21,
    ),
    un: 1,
    una: 1,
  },
  abouts: { decena: 10, veintena: 20, treintena: 30, centenar: 100, millar: 1000 },
  tens: tensOf("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
  scales: {
    cien: 100,
    ciento: 100,
    doscientos: 200,
    trescientos: 300,
    cuatrocientos: 400,
    quinientos: 500,
    seiscientos: 600,
    setecientos: 700,
    ochocientos: 800,
    novecientos: 900,
    mil: 1e3,
    millón: 1e6,
    millones: 1e6,
    docena: 12,
  },
  vagueScales: { decenas: 10, docenas: 12, cientos: 100, miles: 1e3 },
  ordinals: { primero: 1, segundo: 2, tercero: 3, cuarto: 4 },
  fractions: { mitad: 2, tercio: 3, tercios: 3, cuarto: 4, cuartos: 4, quinto: 5, quintos: 5 },
  scaleMarks: { M: 1e6 },
  and: "y",
  point: "coma",
}

/** Digits alone; a comma parts the decimals, as in most languages but English. */
export const unknownNumerals: NumeralWords = none
