import { noTimes, type TimeWords } from "./words.ts"

const counted = (words: string): Record<string, number> =>
  Object.fromEntries(words.split(" ").map((word, i) => [word, i + 1]))

/** "d'août", "l'été": French joins the word before to the vowel. */
function elided<Value>(words: Readonly<Record<string, Value>>): Record<string, Value> {
  const made: Record<string, Value> = { ...words }
  for (const [word, value] of Object.entries(words))
    if (/^[aeéêiou]/.test(word)) for (const lead of ["d'", "l'"]) made[`${lead}${word}`] = value
  return made
}

const past = { offset: -1, stretch: true } as const
const current = { offset: 0, stretch: false } as const
const coming = { offset: 1, stretch: true } as const

export const frenchTimes: TimeWords = {
  ...noTimes,
  months: elided(
    counted("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
  ),
  weekdays: counted("lundi mardi mercredi jeudi vendredi samedi dimanche"),
  units: elided({
    jour: "day",
    semaine: "week",
    mois: "month",
    année: "year",
    an: "year",
    heure: "hour",
    siècle: "century",
  }),
  unitPlurals: elided({ jours: "day", semaines: "week", années: "year", ans: "year", heures: "hour" }),
  days: { "aujourd'hui": 0, hier: -1, demain: 1 },
  parts: { matin: "morning", midi: "noon", soir: "evening", nuit: "night" },
  shifts: {
    dernier: past,
    dernière: past,
    passé: past,
    passée: past,
    derniers: past,
    dernières: past,
    ce: current,
    cette: current,
    prochain: coming,
    prochaine: coming,
    prochains: coming,
  },
  portions: { début: "early", fin: "late" },
  each: ["chaque"],
  rhythms: ["quotidien", "quotidienne", "hebdomadaire", "mensuel", "annuel", "annuelle"],
  seasons: elided({ hiver: 0, printemps: 1, été: 2, automne: 3 }),
  leads: [
    "le",
    "la",
    "les",
    "en",
    "depuis",
    "entre",
    "avant",
    "après",
    "jusqu'en",
    "jusqu'au",
    "du",
    "de",
    "il",
    "au",
    "à",
  ],
  ago: ["il y a"],
}

/** "mittwochabend": German writes the day and its part as one word. */
function withParts(words: string): Record<string, number> {
  const parts = ["", "morgen", "früh", "vormittag", "mittag", "nachmittag", "abend", "nacht"]
  return Object.fromEntries(
    words.split(" ").flatMap((word, i) => parts.map((part): [string, number] => [word + part, i + 1])),
  )
}

export const germanTimes: TimeWords = {
  ...noTimes,
  months: {
    ...counted("januar februar märz april mai juni juli august september oktober november dezember"),
    jänner: 1,
  },
  weekdays: { ...withParts("montag dienstag mittwoch donnerstag freitag samstag sonntag"), sonnabend: 6 },
  units: {
    tag: "day",
    woche: "week",
    monat: "month",
    jahr: "year",
    stunde: "hour",
    wochenende: "weekend",
    jahrzehnt: "decade",
    quartal: "quarter",
  },
  unitPlurals: {
    tage: "day",
    tagen: "day",
    wochen: "week",
    monate: "month",
    monaten: "month",
    jahre: "year",
    jahren: "year",
    stunden: "hour",
  },
  days: { heute: 0, gestern: -1, vorgestern: -2, morgen: 1, übermorgen: 2 },
  parts: { vormittag: "morning", mittag: "noon", nachmittag: "afternoon", abend: "evening", nacht: "night" },
  shifts: {
    letzte: past,
    letzten: past,
    letzter: past,
    letztes: past,
    vergangene: past,
    vergangenen: past,
    vorige: past,
    vorigen: past,
    diese: current,
    diesem: current,
    dieser: current,
    dieses: current,
    nächste: coming,
    nächsten: coming,
    nächster: coming,
    kommende: coming,
    kommenden: coming,
  },
  portions: { anfang: "early", mitte: "mid", ende: "late" },
  each: ["jeden", "jede", "jedes"],
  rhythms:
    "täglich wöchentlich monatlich jährlich montags dienstags mittwochs donnerstags freitags samstags sonntags".split(
      " ",
    ),
  seasons: { winter: 0, frühling: 1, frühjahr: 1, sommer: 2, herbst: 3 },
  leads: [
    "der",
    "die",
    "das",
    "dem",
    "den",
    "im",
    "in",
    "am",
    "seit",
    "zwischen",
    "vor",
    "nach",
    "bis",
    "von",
    "vom",
    "um",
  ],
  ago: ["before"],
}

export const spanishTimes: TimeWords = {
  ...noTimes,
  months: {
    ...counted("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    setiembre: 9,
  },
  weekdays: { ...counted("lunes martes miércoles jueves viernes sábado domingo") },
  units: {
    día: "day",
    semana: "week",
    mes: "month",
    año: "year",
    hora: "hour",
    década: "decade",
    siglo: "century",
  },
  unitPlurals: {
    días: "day",
    semanas: "week",
    meses: "month",
    años: "year",
    horas: "hour",
    décadas: "decade",
  },
  days: { hoy: 0, ayer: -1, anteayer: -2 },
  parts: { mañana: "morning", mediodía: "noon", tarde: "afternoon", noche: "night" },
  shifts: {
    pasado: past,
    pasada: past,
    pasados: past,
    último: past,
    última: past,
    últimos: past,
    últimas: past,
    este: current,
    esta: current,
    próximo: coming,
    próxima: coming,
    próximos: coming,
  },
  portions: { principios: "early", mediados: "mid", finales: "late", fines: "late" },
  each: ["cada"],
  rhythms: ["diario", "diaria", "semanal", "mensual", "anual"],
  seasons: { invierno: 0, primavera: 1, verano: 2, otoño: 3 },
  leads: ["el", "la", "los", "las", "en", "desde", "entre", "antes", "hasta", "del", "de", "hace", "a"],
  ago: ["hace"],
}

/** Dates in digits alone. */
export const unknownTimes: TimeWords = noTimes
