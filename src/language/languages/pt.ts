import { type Language, noNameWords } from "./language.ts"
import { wordsOf } from "./words-of.ts"

export const portuguese: Language = {
  code: "pt",
  nounsCapital: false,
  abbreviations: {
    neverLast: wordsOf("sr sra srta dr dra prof profa eng d st sto sta cel gen ten cap"),
    seldomLast: wordsOf("etc ltda cia"),
    seldomLastCapital: [],
    beforeNumber: wordsOf("n nº p pp pág art arts vol"),
  },
  verbs: {
    speech: wordsOf(`
      diz dizem disse disseram dizia diziam dirá dito declara declaram declarou declararam afirma afirmam afirmou afirmaram
      explica explicam explicou explicaram acrescenta acrescentam acrescentou acrescentaram conta contam contou contaram
      contava relata relatam relatou relataram garante garantem garantiu garantiram assegura assegurou asseguraram
      sublinha sublinhou destaca destacou destacaram anuncia anunciam anunciou anunciaram responde respondem respondeu
      responderam pergunta perguntam perguntou perguntaram questiona questionou repete repetiu lembra lembram lembrou
      lembraram recorda recordou insiste insistiu prossegue prosseguiu continuou conclui concluiu concluíram escreve
      escrevem escreveu escreveram admite admitem admitiu admitiram reconhece reconheceu adverte advertem advertiu
      advertiram alerta alertou alertaram denuncia denunciam denunciou denunciaram defende defendeu sustenta sustentou
      observa observou comenta comentou replica replicou reitera reiterou confessa confessou promete prometem prometeu
      prometeram grita gritou exclamou lamenta lamentam lamentou lamentaram revela revelam revelou revelaram indica indicou
      informa informam informou informaram ressalta ressaltou critica criticou criticaram avalia avaliou`),
    speechParticiples: [],
    addressing: [],
    stance: [],
    stanceParticiples: [],
    auxiliary: wordsOf("tem têm tinha tinham teve há havia é são era eram foi foram está estão"),
    being: [],
    other: wordsOf("deixou deixaram continua continuam"),
    participleEnding: "",
    pastEnding: "",
  },
  words: {
    function: wordsOf(`
      o a os as um uma uns umas de do da dos das em no na nos nas a ao à aos às por pelo pela pelos pelas com para sem sob
      sobre entre até desde após antes durante contra e ou mas porém que quem cujo onde quando como se porque embora não
      sim já mais muito também ele ela eles elas nós eu você vocês seu sua seus suas meu minha nosso nossa este esta estes
      estas esse essa isso isto aquele aquela segundo ainda depois então`),
    determiner: wordsOf(
      "o a os as um uma uns umas seu sua seus suas meu minha nosso nossa este esta estes estas esse essa aquele aquela",
    ),
    pronoun: wordsOf("ele ela eles elas nós eu"),
    preposition: wordsOf(
      "de do da dos das em no na nos nas ao à aos às por pelo pela com para sem sob sobre entre até desde após antes durante contra",
    ),
    conjunction: wordsOf("e ou mas porém"),
    subordinator: wordsOf("quando como se porque embora enquanto"),
    relative: wordsOf("quem"),
    adverb: wordsOf("também ainda depois então já ontem hoje além finalmente"),
    time: wordsOf(`
      segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro
      outubro novembro dezembro ontem hoje`),
    month: wordsOf(
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    ),
    title: wordsOf("sr sra srta dr dra dom dona senhor senhora prof professor professora"),
    femaleTitle: wordsOf("sra srta dra dona senhora prefeita ministra presidenta diretora"),
    maleTitle: wordsOf("sr dom senhor prefeito ministro presidente diretor"),
    femaleName: wordsOf(`
      maria ana joana marta rosa paula carla sandra patrícia mariana beatriz inês sofia carolina juliana fernanda camila
      amanda bruna letícia larissa gabriela rita teresa helena isabel luísa cristina catarina adriana márcia`),
    maleName: wordsOf(`
      joão josé antónio antônio manuel carlos paulo pedro luís luiz francisco rui miguel tiago nuno ricardo fernando jorge
      andré bruno rafael gabriel lucas mateus gustavo marcelo eduardo roberto sérgio márcio henrique vasco`),
    personRole: wordsOf(`
      voz prefeito prefeita autarca ministro ministra presidente presidenta diretor diretora chefe juiz juíza
      advogado advogada professor professora capitão testemunha autor autora deputado deputada senador senadora vereador
      vereadora morador moradora médico médica mulher homem secretário secretária bispo delegado delegada comandante`),
    groupRole: wordsOf(
      "moradores trabalhadores operários funcionários especialistas pesquisadores investigadores testemunhas pais pescadores sindicatos advogados vizinhos",
    ),
    bodyRole: wordsOf(`
      empresa sociedade grupo governo ministério câmara prefeitura tribunal sindicato partido associação universidade
      jornal agência comissão conselho polícia companhia porto`),
    bodyHead: wordsOf("ltda sa grupo universidade ministério agência conselho comissão sindicato partido"),
    document: wordsOf("comunicado carta relatório mensagem nota declaração texto artigo estudo"),
    alsoNoun: wordsOf("conta pergunta nota"),
    medium: wordsOf("twitter facebook rádio televisão entrevista"),
    place: wordsOf("portugal brasil lisboa porto coimbra brasília europa angola espanha frança alemanha"),
    sourcePreposition: wordsOf("segundo"),
    clauseOpener: [],
    saying: [],
    announcing: wordsOf("íntegra segue"),
    firstPerson: wordsOf("eu nós nosso nossa meu minha"),
  },
  names: {
    ...noNameWords,
    particle: wordsOf("de da do das dos e"),
    of: wordsOf("de da do das dos"),
    demonym: wordsOf(
      "português portuguesa portugueses brasileiro brasileira brasileiros francês francesa alemão alemã espanhol espanhola inglês inglesa europeu europeia americano americana católicos muçulmanos",
    ),
    commonCapital: wordsOf("natal páscoa iva pib tv"),
    kin: wordsOf("mulher esposa marido viúva filho filha irmão irmã mãe pai"),
  },
  demands: null,
}
