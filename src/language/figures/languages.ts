import { frenchNumerals, germanNumerals, spanishNumerals, unknownNumerals } from "../numerals/languages.ts"
import { englishNumerals, type NumeralWords } from "../numerals/words.ts"
import { frenchTimes, germanTimes, spanishTimes, unknownTimes } from "../times/languages.ts"
import { englishTimes, type TimeWords } from "../times/words.ts"

/** What the readers of numerals, times and figures know of one language. */
export interface FactLanguage {
  readonly numerals: NumeralWords
  readonly times: TimeWords
  /**
   * English words for the small words, units and common counted nouns of another language. The grammar of phrases is
   * one, and so "plus de 20 personnes" and "more than 20 people" count the same thing. Null: English itself.
   */
  readonly english: ReadonlyMap<string, string> | null
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

const languages: Readonly<Record<string, FactLanguage>> = {
  en: { numerals: englishNumerals, times: englishTimes, english: null },
  fr: {
    numerals: frenchNumerals,
    times: frenchTimes,
    english: glossary(`
      le=the la=the les=the de=of du=of des=of en=in dans=in au=to à=to depuis=since entre=between et=and avant=before
      après=after jusqu'en=until jusqu'au=until plus=more moins=less que=than environ=about près=nearly presque=nearly
      quelque=some seulement=only sur=on par=per  ou=or qui=who ont=had sont=are ans=years an=year
      année=year années=years mois=months jours=days jour=day semaines=weeks semaine=week heures=hours heure=hour
      minutes=minutes euros=euros euro=euro dollars=dollars livres=pounds kilomètres=kilometres mètres=metres
      tonnes=tonnes hectares=hectares personnes=people morts=dead blessés=injured passagers=passengers
      d'euros=euros d'euro=euros d'habitants=residents d'emplois=jobs d'enfants=children employés=employees salariés=employees enfants=children femmes=women hommes=men familles=families maisons=homes
      policiers=officers manifestants=protesters voix=votes emplois=jobs habitants=residents électeurs=voters`),
  },
  de: {
    numerals: germanNumerals,
    times: germanTimes,
    english: glossary(`
      der=the die=the das=the dem=the den=the im=in in=in am=on seit=since zwischen=between und=and vor=before
      nach=after bis=until von=from vom=from um=at mehr=more weniger=less als=than etwa=about rund=about ungefähr=about
      knapp=nearly fast=nearly mindestens=least über=over unter=under nur=only pro=per oder=or sind=are wurden=were
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
    english: glossary(`
      el=the la=the los=the las=the de=of del=of en=in desde=since entre=between y=and antes=before hasta=until a=to
      más=more menos=less que=than unos=about unas=about aproximadamente=about casi=nearly cerca=nearly solo=only
      por=per o=or años=years año=year meses=months mes=month días=days día=day semanas=weeks semana=week horas=hours
      hora=hour minutos=minutes euros=euros euro=euro dólares=dollars pesos=pesos kilómetros=kilometres metros=metres
      toneladas=tonnes hectáreas=hectares personas=people muertos=dead heridos=injured pasajeros=passengers
      empleados=employees trabajadores=workers niños=children mujeres=women hombres=men familias=families
      casas=homes policías=officers manifestantes=protesters votos=votes empleos=jobs habitantes=residents
      votantes=voters`),
  },
}

const unknown: FactLanguage = { numerals: unknownNumerals, times: unknownTimes, english: new Map() }

/** By the primary subtag of a BCP 47 code; null is read as English; of other languages only digits are read. */
export function factLanguageFor(code: string | null): FactLanguage {
  return languages[(code ?? "en").split("-")[0]!.toLowerCase()] ?? unknown
}
