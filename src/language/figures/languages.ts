import { frenchNumerals, germanNumerals, spanishNumerals, unknownNumerals } from "../numerals/languages.ts"
import { englishNumerals, type NumeralWords } from "../numerals/words.ts"
import { frenchTimes, germanTimes, spanishTimes, unknownTimes } from "../times/languages.ts"
import { englishTimes, type TimeWords } from "../times/words.ts"
import { type Bound, comparatorsOf, englishComparators } from "./comparator-words.ts"
import type { FigureWords } from "./figure-source.ts"

/** What the readers of numerals, times and figures know of one language. */
export interface FactLanguage {
  readonly numerals: NumeralWords
  readonly times: TimeWords
  /**
   * English words for the small words, units and common counted nouns of another language. The grammar of phrases is
   * one, and so "plus de 20 personnes" and "more than 20 people" count the same thing. Null: English itself.
   */
  readonly english: ReadonlyMap<string, string> | null
  readonly figures: FigureWords
}

const englishFigures: FigureWords = {
  comparators: englishComparators,
  people: new Set(),
  plurals: [],
  capitalNouns: false,
}

/** "de=of" each, parted by blanks. */
function glossary(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair): [string, string] => {
        const [word, english] = pair.split("=") as [string, string]
        return [word, english]
      }),
  )
}

/** "more than" of a language, by what it says: phrases parted by commas. */
function figureWords(
  bounds: Readonly<Partial<Record<Bound, string>>>,
  people: string,
  plurals = "",
  capitalNouns = false,
): FigureWords {
  const phrases = Object.entries(bounds).flatMap(([bound, list]) =>
    list.split(", ").map((phrase): [string, Bound] => [phrase, bound as Bound]),
  )
  const endings = plurals === "" ? [] : plurals.split(" ").map((pair) => pair.split("=") as [string, string])
  return {
    comparators: comparatorsOf(phrases),
    people: new Set(people.split(" ")),
    plurals: endings,
    capitalNouns,
  }
}

const languages: Readonly<Record<string, FactLanguage>> = {
  en: { numerals: englishNumerals, times: englishTimes, english: null, figures: englishFigures },
  fr: {
    numerals: frenchNumerals,
    times: frenchTimes,
    figures: figureWords(
      {
        above:
          "plus de, plus que, plus, au moins, au minimum, minimum, pas moins de, au-delà de, dépassant, au-dessus de",
        below: "moins de, moins que, jusqu'à, au plus, au maximum, maximum, pas plus de, au-dessous de",
        near: "environ, quelque, à peu près, autour de, aux alentours de, approximativement, de l'ordre de, plus ou moins",
        nearly: "près de, presque, à peine, pas loin de",
        exact: "seulement, exactement, un total de, au total",
        further: "encore, supplémentaires",
      },
      "homme femme garçon fille fillette adolescent adolescente étudiant étudiante conducteur conductrice suspect personne âgé âgée jeune habitant touriste enfant",
      "eaux=eau aux=al eux=eu s= x=",
    ),
    english: glossary(`
      le=the la=the les=the de=of du=of des=of en=in dans=in au=to à=to depuis=since entre=between et=and article=article chapitre=chapter page=page route=route vol=flight ligne=line numéro=number étage=floor avant=before
      après=after jusqu'en=until jusqu'au=until plus=more moins=less que=than environ=around seulement=only sur=on d'ici=by pour=for avec=with contre=against sans=without chez=at selon=according
      et=and par=per  ou=or qui=who ont=had sont=are ans=years an=year
      année=year années=years mois=months jours=days jour=day semaines=weeks semaine=week heures=hours heure=hour
      minutes=minutes centime=eurocents centimes=eurocents mégawatts=megawatts mégawatt=megawatts degrés=degrees degré=degrees euros=euros euro=euro dollars=dollars livres=pounds kilomètres=kilometres mètres=metres
      tonnes=tonnes hectares=hectares personnes=people morts=dead blessés=injured passagers=passengers
      d'euros=euros d'euro=euros d'habitants=residents d'emplois=jobs d'enfants=children employés=employees salariés=employees enfants=children femmes=women hommes=men familles=families maisons=homes
      policiers=officers manifestants=protesters voix=votes emplois=jobs habitants=residents électeurs=voters`),
  },
  de: {
    numerals: germanNumerals,
    times: germanTimes,
    figures: figureWords(
      {
        above: "mehr als, mindestens, wenigstens, zumindest, über, gut, nicht weniger als",
        below: "weniger als, höchstens, maximal, bis zu, unter, nicht mehr als",
        near: "rund, etwa, ungefähr, circa, ca, um die, schätzungsweise, an die",
        nearly: "knapp, fast, beinahe, nahezu",
        exact: "nur, lediglich, genau, insgesamt",
        further: "weitere, zusätzliche, weiteren",
      },
      "",
      "",
      true,
    ),
    english: glossary(`
      der=the die=the das=the dem=the den=the im=in in=in am=on seit=since zwischen=between und=and vor=before
      nach=after bis=until von=from vom=from um=at mehr=more weniger=less als=than auf=on zu=to für=for mit=with ohne=without
      durch=through gegen=against jähriger=yearold jährige=yearold jährigen=yearold jähriges=yearold jährigem=yearold
      abschnitt=section artikel=article kapitel=chapter seite=page flug=flight linie=line nummer=number paragraf=section abteilung=unit
      cent=eurocents uhr=o'clock prozentpunkte=percentagepoints prozentpunkten=percentagepoints megawatt=megawatts kilowatt=kilowatts grad=degrees pro=per oder=or sind=are wurden=were
      prozent=percent jahre=years jahren=years jahr=year monate=months monaten=months monat=month tage=days tagen=days
      tag=day wochen=weeks woche=week stunden=hours stunde=hour minuten=minutes euro=euros dollar=dollars
      kilometer=kilometres meter=metres metern=metres tonnen=tonnes hektar=hectares menschen=people personen=people
      tote=dead verletzte=injured passagiere=passengers mitarbeiter=employees beschäftigte=employees kinder=children
      frauen=women männer=men familien=families häuser=homes polizisten=officers demonstranten=protesters
      stimmen=votes arbeitsplätze=jobs einwohner=residents wähler=voters`),
  },
  es: {
    numerals: spanishNumerals,
    times: spanishTimes,
    figures: figureWords(
      {
        above: "más de, al menos, por lo menos, como mínimo, no menos de, por encima de, superior a",
        below: "menos de, hasta, como máximo, a lo sumo, no más de, por debajo de",
        near: "unos, unas, alrededor de, aproximadamente, en torno a, cerca de los, cerca de las",
        nearly: "casi, cerca de, apenas",
        exact: "solo, sólo, solamente, exactamente, un total de",
        further: "otros, otras, más",
      },
      "hombre mujer niño niña joven adolescente estudiante conductor conductora sospechoso persona varón chico chica menor anciano anciana",
      "iones=ión ones=ón ces=z ores=or ades=ad eles=el ales=al iles=il enes=en s=",
    ),
    english: glossary(`
      el=the la=the los=the las=the de=of del=of en=in desde=since entre=between y=and antes=before hasta=until a=to
      más=more menos=less que=than con=with sin=without para=for contra=against según=according
      sección=section artículo=article capítulo=chapter página=page ruta=route vuelo=flight línea=line número=number
      ciento=cent céntimo=eurocents céntimos=eurocents centavos=cents megavatios=megawatts megavatio=megawatts grados=degrees por=per o=or años=years año=year meses=months mes=month días=days día=day semanas=weeks semana=week horas=hours
      hora=hour minutos=minutes euros=euros euro=euro dólares=dollars pesos=pesos kilómetros=kilometres metros=metres
      toneladas=tonnes hectáreas=hectares personas=people muertos=dead heridos=injured pasajeros=passengers
      empleados=employees trabajadores=workers niños=children mujeres=women hombres=men familias=families
      casas=homes policías=officers manifestantes=protesters votos=votes empleos=jobs habitantes=residents
      votantes=voters`),
  },
}

const unknown: FactLanguage = {
  numerals: unknownNumerals,
  times: unknownTimes,
  english: new Map(),
  figures: figureWords({}, ""),
}

/** By the primary subtag of a BCP 47 code; null is read as English; of other languages only digits are read. */
export function factLanguageFor(code: string | null): FactLanguage {
  return languages[(code ?? "en").split("-")[0]!.toLowerCase()] ?? unknown
}
