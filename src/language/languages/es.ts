import { type Language, noNameWords } from "./language.ts"
import { wordsOf } from "./words-of.ts"

export const spanish: Language = {
  code: "es",
  nounsCapital: false,
  abbreviations: {
    neverLast: wordsOf("sr sra srta dr dra d da lic ing gral sto sta vs"),
    seldomLast: wordsOf("etc av"),
    seldomLastCapital: [],
    beforeNumber: wordsOf("n no núm p pág art vol cap"),
  },
  verbs: {
    speech: wordsOf(`
      dijo dice dicen dijeron decía dicho declaró declara declararon declarado afirmó afirma afirmaron afirman afirmado explicó explica
      explicaron explicado añadió añade añadieron agregó agrega agregaron señaló señala señalaron señalado aseguró asegura
      aseguraron asegurado indicó indica indicaron indicado comentó comenta comentaron sostuvo sostiene sostuvieron
      subrayó subraya subrayaron destacó destaca destacaron manifestó manifiesta manifestaron expresó expresa expresaron
      apuntó apunta apuntaron recordó recuerda recordaron insistió insiste insistieron admitió admite admitieron reconoció
      reconoce reconocieron advirtió advierte advirtieron anunció anuncia anunciaron respondió responde respondieron contestó
      contesta preguntó pregunta preguntaron escribió escribe escribieron contó cuenta contaron relató relata relataron
      precisó precisa precisaron concluyó concluye concluyeron exclamó exclama denunció denuncia denunciaron lamentó lamenta
      lamentaron opinó opina opinaron reiteró reitera prometió promete pidió pide pidieron exigió exige confesó confiesa
      informó informa informaron confirmó confirma confirmaron criticó critica criticaron celebró celebra matizó zanjó sentenció`),
    speechParticiples: [],
    addressing: [],
    stance: [],
    stanceParticiples: [],
    auxiliary: wordsOf("ha han había habían he hemos"),
    being: [],
    other: [],
    participleEnding: "",
    pastEnding: "",
  },
  words: {
    function: wordsOf(`
      el la los las lo un una unos unas de del al a y e o u pero sino que quien quienes cual cuando donde como si porque aunque
      él ella ellos ellas nosotros yo tú usted su sus mi mis nuestro nuestra este esta estos estas ese esa eso esto en con
      por para sin sobre entre hasta desde según tras durante contra no sí más muy ya también se le les me nos`),
    determiner: wordsOf(
      "el la los las un una unos unas su sus mi mis este esta estos estas ese esa nuestro nuestra",
    ),
    pronoun: wordsOf("él ella ellos ellas nosotros yo"),
    preposition: wordsOf("de del al a en con por para sin sobre entre hasta desde tras durante contra ante"),
    conjunction: wordsOf("y e o u pero sino"),
    subordinator: wordsOf("cuando como si porque aunque mientras"),
    relative: wordsOf("quien quienes"),
    adverb: wordsOf("también además después luego entonces ayer hoy todavía"),
    time: wordsOf(`
      lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
      octubre noviembre diciembre ayer hoy`),
    month: wordsOf(
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ),
    title: wordsOf("sr sra srta dr dra don doña señor señora"),
    femaleTitle: wordsOf("sra srta dra doña señora alcaldesa ministra presidenta directora portavoz"),
    maleTitle: wordsOf("sr don señor alcalde ministro presidente director"),
    femaleName: wordsOf(`
      maría carmen ana isabel laura cristina marta elena lucía pilar rosa teresa beatriz silvia raquel paula andrea sara
      julia irene alicia mercedes dolores juana sofía valentina camila gabriela`),
    maleName: wordsOf(`
      josé antonio manuel francisco juan david javier daniel carlos jesús alejandro miguel rafael pedro ángel pablo fernando
      luis jorge alberto sergio álvaro diego adrián raúl enrique ramón vicente andrés martín`),
    personRole: wordsOf(`
      portavoz alcalde alcaldesa ministro ministra presidente presidenta director directora jefe jefa juez jueza abogado
      abogada profesor profesora capitán testigo autor autora diputado diputada senador senadora concejal vecino vecina
      pescador médico médica secretario secretaria`),
    groupRole: wordsOf(
      "vecinos trabajadores empleados expertos testigos pescadores autoridades sindicatos padres",
    ),
    bodyRole: wordsOf(
      "empresa compañía gobierno ministerio ayuntamiento tribunal sindicato partido asociación universidad periódico diario agencia policía comisión consejo",
    ),
    bodyHead: wordsOf("sa ministerio ayuntamiento universidad sindicato partido agencia"),
    document: wordsOf("comunicado carta informe correo mensaje nota declaración texto artículo"),
    alsoNoun: [],
    medium: wordsOf("twitter facebook radio televisión entrevista"),
    place: wordsOf(
      "españa madrid barcelona sevilla valencia méxico argentina chile colombia perú europa francia",
    ),
    sourcePreposition: wordsOf("según"),
    clauseOpener: [],
    saying: [],
    announcing: wordsOf("íntegro completo continuación siguiente"),
    firstPerson: wordsOf("yo nosotros nuestro nuestra nuestros nuestras mi mis"),
  },
  names: {
    ...noNameWords,
    particle: wordsOf("de del la las los y"),
    of: wordsOf("de del"),
    demonym: wordsOf(
      "español española españoles francés francesa alemán alemana alemanes inglés inglesa italiano italiana europeo europea estadounidense mexicano mexicana católicos musulmanes",
    ),
    commonCapital: wordsOf("navidad iva pib tv"),
    kin: wordsOf("esposa esposo marido mujer viuda hijo hija hermano hermana madre padre"),
  },
  demands: null,
}
