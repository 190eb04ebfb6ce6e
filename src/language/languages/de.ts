import { type Language, noNameWords } from "./language.ts"
import { wordsOf } from "./words-of.ts"

export const german: Language = {
  code: "de",
  nounsCapital: true,
  abbreviations: {
    neverLast: wordsOf("dr prof hr fr st bzw z.b d.h u.a vgl ca"),
    seldomLast: wordsOf("usw etc str"),
    seldomLastCapital: [],
    beforeNumber: wordsOf("nr abs art s bd kap"),
  },
  verbs: {
    speech: wordsOf(`
      sagt sagte sagten sagen gesagt erklärt erklärte erklärten betont betonte betonten meint meinte meinten teilte teilten
      berichtet berichtete berichteten schreibt schrieb schrieben fügte fügt ergänzt ergänzte fragt fragte fragten antwortet
      antwortete kritisiert kritisierte kritisierten warnt warnte warnten fordert forderte forderten kündigte kündigt
      behauptet behauptete bestätigt bestätigte bestätigten versichert versicherte ruft rief lobt lobte unterstrich
      unterstreicht bemerkt bemerkte verkündet verkündete räumte gab gibt äußerte äußert erzählt erzählte heißt hieß
      resümiert resümierte entgegnet entgegnete erwidert erwiderte mahnt mahnte klagt klagte hofft hoffte glaubt glaubte
      verspricht versprach zitiert zitierte urteilt urteilte findet fand`),
    speechParticiples: [],
    addressing: [],
    stance: [],
    stanceParticiples: [],
    auxiliary: wordsOf("hat haben hatte hatten ist war waren wird werden habe sei"),
    being: [],
    other: [],
    participleEnding: "",
    pastEnding: "",
  },
  words: {
    function: wordsOf(`
      der die das den dem des ein eine einen einem einer eines und oder aber denn sondern dass ob wenn als wie weil da er sie
      es wir ihr ich sein seine ihre unser in im an am auf aus bei mit nach von vom zu zum zur für über unter vor gegen ohne
      um durch nicht auch noch nur schon so dann doch hier dort was wer wo warum dies diese dieser dieses man`),
    determiner: wordsOf(
      "der die das den dem des ein eine einen einem einer eines sein seine ihr ihre unser unsere dieser diese dieses",
    ),
    pronoun: wordsOf("er sie es wir ich"),
    preposition: wordsOf(
      "in im an am auf aus bei beim mit nach von vom zu zum zur für über unter vor gegen ohne um durch seit während",
    ),
    conjunction: wordsOf("und oder aber denn sondern"),
    subordinator: wordsOf("dass ob wenn als weil während obwohl nachdem bevor"),
    relative: wordsOf("welche welcher welches"),
    adverb: wordsOf("auch dann noch später weiter außerdem zudem gestern heute bereits"),
    time: wordsOf(`
      montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september
      oktober november dezember gestern heute morgen abend`),
    month: wordsOf("januar februar märz april mai juni juli august september oktober november dezember"),
    title: wordsOf(
      "herr herrn frau dr prof bürgermeister bürgermeisterin minister ministerin kanzler kanzlerin präsident präsidentin sprecher sprecherin",
    ),
    femaleTitle: wordsOf("frau bürgermeisterin ministerin kanzlerin präsidentin sprecherin"),
    maleTitle: wordsOf("herr herrn bürgermeister minister kanzler präsident sprecher"),
    femaleName: wordsOf(`
      anna maria ursula monika petra elisabeth sabine renate helga karin brigitte ingrid erika andrea gisela claudia susanne
      katrin stefanie christine julia nicole angela birgit heike martina silke anke ute lena laura lisa sarah hanna`),
    maleName: wordsOf(`
      peter hans wolfgang klaus thomas michael jürgen dieter andreas stefan bernd uwe günter horst frank werner karl heinz
      markus christian martin matthias alexander jan sebastian daniel tobias florian felix lukas max paul jonas ralf olaf`),
    personRole: wordsOf(`
      sprecher sprecherin bürgermeister bürgermeisterin minister ministerin präsident präsidentin leiter leiterin chef chefin
      anwalt anwältin richter richterin professor professorin kapitän zeuge zeugin vorsitzende vorsitzender direktor
      direktorin kanzler kanzlerin polizist fischer`),
    groupRole: wordsOf("anwohner mitarbeiter beschäftigte experten forscher zeugen fischer eltern behörden"),
    bodyRole: wordsOf(
      "firma unternehmen regierung ministerium gericht polizei partei verband gewerkschaft universität zeitung agentur behörde verein reederei hafenamt",
    ),
    bodyHead: wordsOf("gmbh ag kg ministerium universität verband gewerkschaft partei amt"),
    document: wordsOf("mitteilung erklärung brief bericht schreiben mail nachricht artikel"),
    alsoNoun: [],
    medium: wordsOf("twitter facebook radio fernsehen interview gespräch"),
    place: wordsOf(
      "deutschland berlin hamburg münchen köln österreich wien schweiz zürich europa frankreich",
    ),
    sourcePreposition: wordsOf("laut"),
    clauseOpener: [],
    saying: [],
    announcing: wordsOf("wortlaut folgt vollständige volle"),
    firstPerson: wordsOf("ich wir unser unsere mein meine uns"),
  },
  names: {
    ...noNameWords,
    particle: wordsOf("von van der den zu"),
    commonCapital: wordsOf("weihnachten ostern pfingsten eu tv"),
    kin: wordsOf("frau mann witwe sohn tochter bruder schwester mutter vater"),
  },
  demands: null,
}
