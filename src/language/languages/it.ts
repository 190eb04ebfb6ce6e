import { type Language, noNameWords } from "./language.ts"
import { wordsOf } from "./words-of.ts"

export const italian: Language = {
  code: "it",
  nounsCapital: false,
  abbreviations: {
    neverLast: wordsOf("sig sigg dott prof avv ing on sen gen col cap mons don s ss ca cfr"),
    seldomLast: wordsOf("ecc etc spa srl"),
    seldomLastCapital: [],
    beforeNumber: wordsOf("n nn art artt pag pagg p vol cap"),
  },
  verbs: {
    speech: wordsOf(`
      dice dicono disse dissero diceva dicevano dirà detto dichiara dichiarano dichiarò dichiararono dichiarato afferma
      affermano affermò affermarono affermato spiega spiegano spiegò spiegato aggiunge aggiungono aggiunse aggiunto
      racconta raccontano raccontò raccontava raccontato assicura assicurano assicurò assicurato precisa precisano precisò
      precisato sottolinea sottolineano sottolineò sottolineato annuncia annunciano annunciò annunciato risponde rispondono
      rispose risposero risposto chiede chiedono chiese chiesto domanda domandano domandò domandato ripete ripetono ripeté
      ripetuto ricorda ricordano ricordò ricordato insiste insistono insistito prosegue proseguono proseguì proseguito
      conclude concludono concluse concluso scrive scrivono scrisse scritto ammette ammettono ammise ammesso riconosce
      riconoscono riconobbe riconosciuto avverte avvertono avvertì avvertito denuncia denunciano denunciò denunciato
      sostiene sostengono sostenne sostenuto osserva osservano osservò osservato commenta commentano commentò commentato
      replica replicano replicò replicato ribadisce ribadiscono ribadì ribadito confessa confessò confessato promette
      promettono promise promesso confida confidò confidato grida gridano gridò gridato esclama esclamò esclamato nota
      annota lamenta lamentano lamentò lamentato rivela rivelano rivelò rivelato rilancia attacca tuona sbotta sentenzia`),
    speechParticiples: [],
    addressing: [],
    stance: [],
    stanceParticiples: [],
    auxiliary: wordsOf("ha hanno aveva avevano ebbe avrà avranno ho abbiamo avete è sono era erano"),
    being: [],
    other: wordsOf("resta restano lascia lasciato continua continuano"),
    participleEnding: "",
    pastEnding: "",
  },
  words: {
    function: wordsOf(`
      il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai dalle
      in nel nello nella nei negli nelle con su sul sulla sui sulle per tra fra e ed o ma però che chi cui dove quando come
      se perché mentre non si ci vi ne lui lei loro io noi voi tu suo sua suoi sue mio mia nostro nostra questo questa
      questi queste quello quella secondo dopo prima durante senza contro verso più anche ancora poi già così c'è`),
    determiner: wordsOf(
      "il lo la i gli le un uno una suo sua suoi sue mio mia nostro nostra questo questa questi queste quello quella",
    ),
    pronoun: wordsOf("lui lei loro io noi"),
    preposition: wordsOf(`
      di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai dalle in nel nella nei nelle con su
      sul sulla sui sulle per tra fra dopo prima durante senza contro verso`),
    conjunction: wordsOf("e ed o ma però"),
    subordinator: wordsOf("quando come se perché mentre poiché"),
    relative: wordsOf("cui"),
    adverb: wordsOf("anche ancora poi inoltre già ieri oggi infine così"),
    time: wordsOf(`
      lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto
      settembre ottobre novembre dicembre ieri oggi`),
    month: wordsOf(
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    ),
    title: wordsOf(
      "sig signor signora signorina dott dottor dottoressa prof professor professoressa avv don",
    ),
    femaleTitle: wordsOf("signora signorina dottoressa professoressa sindaca ministra direttrice"),
    maleTitle: wordsOf("signor dottor professor don sindaco ministro direttore"),
    femaleName: wordsOf(`
      maria anna giulia giulietta francesca chiara sara laura elena rosa paola silvia valentina martina federica alessandra
      elisa lucia teresa giovanna angela daniela roberta simona cristina monica barbara claudia ilaria sofia marta`),
    maleName: wordsOf(`
      marco andrea giuseppe giovanni antonio mario luigi francesco paolo carlo roberto stefano alessandro matteo lorenzo
      luca davide simone federico giorgio pietro vincenzo salvatore enrico massimo alberto claudio sergio fabio`),
    personRole: wordsOf(`
      portavoce sindaco sindaca ministro ministra presidente presidentessa direttore direttrice capo giudice avvocato
      avvocata l'avvocato l'avvocata professore professoressa capitano testimone autore autrice l'autore deputato deputata
      senatore senatrice assessore assessora l'assessore medico donna uomo segretario segretaria vescovo prefetto comandante`),
    groupRole: wordsOf(
      "abitanti lavoratori operai residenti esperti ricercatori testimoni genitori pescatori sindacati avvocati vicini",
    ),
    bodyRole: wordsOf(`
      azienda l'azienda società gruppo governo ministero comune procura tribunale sindacato partito associazione
      l'associazione università l'università giornale agenzia l'agenzia commissione consiglio polizia compagnia`),
    bodyHead: wordsOf("spa srl gruppo università ministero agenzia consiglio commissione sindacato partito"),
    document: wordsOf(
      "comunicato lettera rapporto relazione messaggio nota dichiarazione testo articolo studio",
    ),
    alsoNoun: wordsOf("nota domanda conclude"),
    medium: wordsOf("twitter facebook radio televisione intervista"),
    place: wordsOf(
      "italia roma milano napoli torino venezia firenze genova palermo europa francia germania spagna",
    ),
    sourcePreposition: wordsOf("secondo"),
    clauseOpener: [],
    saying: [],
    announcing: wordsOf("integrale segue"),
    firstPerson: wordsOf("io noi nostro nostra mio mia"),
  },
  names: {
    ...noNameWords,
    particle: wordsOf("de di del della dei d da la lo"),
    of: wordsOf("di del della dei delle"),
    demonym: wordsOf(
      "italiano italiana italiani francese francesi tedesco tedesca tedeschi inglese inglesi spagnolo spagnola europeo europea americano americana cattolici musulmani",
    ),
    commonCapital: wordsOf("natale pasqua iva pil tv"),
    kin: wordsOf("moglie marito vedova figlio figlia fratello sorella madre padre"),
  },
  demands: null,
}
