import { type Language, noNameWords } from "./language.ts"
import { wordsOf } from "./words-of.ts"

export const dutch: Language = {
  code: "nl",
  nounsCapital: false,
  abbreviations: {
    neverLast: wordsOf("dhr mevr mw dr drs ir mr prof ds st bijv o.a d.w.z vgl ca"),
    seldomLast: wordsOf("enz etc"),
    seldomLastCapital: [],
    beforeNumber: wordsOf("nr nrs art blz p jl"),
  },
  verbs: {
    speech: wordsOf(`
      zegt zeggen zei zeiden gezegd verklaart verklaren verklaarde verklaarden stelt stellen stelde stelden meent meende
      vindt vinden vond vonden vertelt vertellen vertelde vertelden verteld legt legde legden meldt melden meldde meldden
      schrijft schrijven schreef schreven vraagt vragen vroeg vroegen antwoordt antwoorden antwoordde antwoordden
      benadrukt benadrukte benadrukten waarschuwt waarschuwen waarschuwde waarschuwden belooft beloven beloofde beloofden
      erkent erkennen erkende erkenden klaagt klagen klaagde klaagden voegt voegde voegden herhaalt herhaalde reageert
      reageerde reageerden besluit besloot besloten bevestigt bevestigde bevestigden beweert beweerde beweerden roept riep
      riepen eist eiste eisten hoopt hoopte gelooft geloofde denkt dacht noemt noemde noemden oordeelt oordeelde lacht
      lachte zucht zuchtte herinnert aldus laat lieten twittert twitterde kondigt kondigde verzekert verzekerde vervolgt
      vervolgde concludeert concludeerde benadrukten geeft gaf gaven deelt deelde deelden`),
    speechParticiples: [],
    addressing: [],
    stance: [],
    stanceParticiples: [],
    auxiliary: wordsOf("heeft hebben had hadden is zijn was waren wordt worden werd werden zal zullen"),
    being: [],
    other: wordsOf("blijft blijven bleef loopt lopen mag mogen"),
    participleEnding: "",
    pastEnding: "",
  },
  words: {
    function: wordsOf(`
      de het een en of maar want dat die dit deze wie wat waar wanneer als omdat hoe hij zij ze wij we ik jij je u jullie
      hun haar zijn mijn ons onze uw in op aan bij met van voor naar uit om door over onder tegen tussen na sinds tot zonder
      volgens niet ook nog al er is geen dan toen toch hier daar men elkaar te`),
    determiner: wordsOf("de het een zijn haar hun mijn ons onze uw deze dit die dat"),
    pronoun: wordsOf("hij zij ze wij we ik"),
    preposition: wordsOf(
      "in op aan bij met van voor naar uit om door over onder tegen tussen na sinds tot zonder tijdens",
    ),
    conjunction: wordsOf("en of maar want"),
    subordinator: wordsOf("als omdat terwijl toen wanneer hoewel nadat voordat"),
    relative: wordsOf("welke"),
    adverb: wordsOf("ook nog dan toen later verder bovendien gisteren vandaag eerder"),
    time: wordsOf(`
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
      september oktober november december gisteren vandaag morgen`),
    month: wordsOf("januari februari maart april mei juni juli augustus september oktober november december"),
    title: wordsOf("dhr mevr mw meneer mevrouw dr prof burgemeester minister president premier wethouder"),
    femaleTitle: wordsOf("mevr mw mevrouw ministerin woordvoerster"),
    maleTitle: wordsOf("dhr meneer"),
    femaleName: wordsOf(`
      anna maria johanna els elisabeth joke marieke sanne lotte emma sophie julia eva lisa femke anouk iris karin ingrid
      marijke annelies rosa sara nina linda petra monique yvonne wilma`),
    maleName: wordsOf(`
      jan piet pieter kees hans henk johan willem dirk daan sem bram lucas thomas mark peter paul erik rob marco jeroen bas
      maarten ruud gerrit theo tom tim stefan arjen wouter`),
    personRole: wordsOf(`
      woordvoerder woordvoerster burgemeester minister president premier directeur directrice chef rechter advocaat advocate
      hoogleraar professor kapitein getuige auteur kamerlid wethouder senator vrouw man arts dokter secretaris voorzitter
      baas officier bisschop visser buurman buurvrouw`),
    groupRole: wordsOf(
      "werknemers bewoners omwonenden arbeiders deskundigen experts onderzoekers getuigen ouders vissers vakbonden advocaten buren",
    ),
    bodyRole: wordsOf(`
      bedrijf onderneming groep regering kabinet ministerie gemeente rechtbank vakbond partij vereniging universiteit krant
      persbureau commissie raad politie rederij bank`),
    bodyHead: wordsOf("bv nv groep universiteit ministerie raad commissie vakbond partij"),
    document: wordsOf(
      "verklaring brief rapport bericht persbericht mail nota tekst artikel studie onderzoek",
    ),
    alsoNoun: wordsOf("deelt besluit vroeg"),
    medium: wordsOf("twitter facebook radio televisie interview gesprek"),
    place: wordsOf(
      "nederland amsterdam rotterdam utrecht antwerpen brussel belgië vlaanderen europa duitsland frankrijk",
    ),
    sourcePreposition: wordsOf("volgens"),
    clauseOpener: [],
    saying: [],
    announcing: wordsOf("volledige volgt"),
    firstPerson: wordsOf("ik wij we ons onze mijn"),
  },
  names: {
    ...noNameWords,
    particle: wordsOf("de van der den het ter ten te"),
    of: wordsOf("van"),
    demonym: wordsOf(
      "nederlander nederlanders nederlandse belg belgen belgische duitser duitsers duitse fransman fransen franse brit britten britse europese amerikaan amerikanen amerikaanse katholieken moslims",
    ),
    commonCapital: wordsOf("kerst pasen pinksteren btw tv"),
    kin: wordsOf("vrouw man weduwe zoon dochter broer zus moeder vader"),
  },
  demands: null,
}
