import { type Language, noNameWords } from "./language.ts"
import { wordsOf } from "./words-of.ts"

export const french: Language = {
  code: "fr",
  nounsCapital: false,
  abbreviations: {
    neverLast: wordsOf("m mm mme mmes mlle dr pr me mgr st ste cf"),
    seldomLast: wordsOf("etc av bd"),
    seldomLastCapital: [],
    beforeNumber: wordsOf("n no nos p pp art vol fig chap"),
  },
  verbs: {
    speech: wordsOf(`
      dit disent disait disaient dira déclare déclarent déclarait déclaré déclarée affirme affirment affirmait affirmé explique expliquent
      expliquait expliqué ajoute ajoutent ajoutait ajouté assure assurent assurait assuré précise précisent précisait
      précisé souligne soulignent soulignait souligné estime estiment estimait estimé indique indiquent indiquait indiqué
      raconte racontent racontait raconté confie confient confiait confié annonce annoncent annonçait annoncé répond
      répondent répondait répondu répète répètent répété rappelle rappellent rappelait rappelé insiste insistent insistait insisté poursuit
      poursuivent poursuivait poursuivi reconnaît reconnaissent reconnu écrit écrivent écrivait conclut concluent conclu
      lance lancent lançait lancé martèle martelé regrette regrettent regrettait regretté note notent notait noté
      dénonce dénoncent dénonçait dénoncé prévient préviennent prévenu témoigne témoignent témoignait témoigné
      s'exclame exclame exclamé demande demandent demandait demandé interroge interrogé commente commentent commenté
      observe observent observé soupire résume résument résumé promet promettent promis avoue avouent avoué glisse glissé
      juge jugent jugeait jugé plaide plaident plaidé réagit réagissent réagi salue saluent salué déplore déplorent
      déploré rétorque rétorqué réplique répliqué murmure crie crié fait`),
    speechParticiples: [],
    addressing: [],
    stance: [],
    stanceParticiples: [],
    auxiliary: wordsOf("a ont avait avaient aura auront ai avons avez est sont était étaient s'est"),
    being: [],
    other: [],
    participleEnding: "",
    pastEnding: "",
  },
  words: {
    function: wordsOf(`
      le la les un une des du de et ou mais donc or ni car que qui quoi dont où quand comme si ce cet cette ces il elle
      ils elles on nous vous je tu son sa ses leur leurs notre nos votre vos mon ma mes en au aux dans par pour sur avec
      sans sous selon après avant depuis pendant entre vers chez contre dès lors ainsi alors puis aussi encore ne pas plus
      tout tous toute toutes c'est qu'il qu'elle d'un d'une n'est mais cela ça`),
    determiner: wordsOf(
      "le la les un une des ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes",
    ),
    pronoun: wordsOf("il elle ils elles on nous je"),
    preposition: wordsOf(
      "de du des à au aux en dans par pour sur avec sans sous après avant depuis pendant entre vers chez contre lors d",
    ),
    conjunction: wordsOf("et ou mais donc car"),
    subordinator: wordsOf("quand comme si lorsque puisque alors"),
    relative: wordsOf("qui dont où"),
    adverb: wordsOf("aussi encore ensuite puis également toutefois notamment hier aujourd'hui mardi"),
    time: wordsOf(`
      lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
      octobre novembre décembre hier matin soir`),
    month: wordsOf("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    title: wordsOf("m mme mlle dr pr me monsieur madame mademoiselle"),
    femaleTitle: wordsOf("mme mlle madame mademoiselle elle"),
    maleTitle: wordsOf("m monsieur"),
    femaleName: wordsOf(`
      marie anne claire sophie julie camille léa emma chloé manon isabelle nathalie sylvie catherine christine françoise
      hélène valérie sandrine céline aurélie élodie lucie juliette jeanne louise alice inès brigitte monique martine`),
    maleName: wordsOf(`
      jean pierre michel philippe alain nicolas christophe patrick françois laurent éric frédéric stéphane olivier thierry
      julien antoine guillaume thomas alexandre sébastien vincent jacques louis hugo lucas bernard gérard yves rené
      emmanuel marc luc paul`),
    personRole: wordsOf(`
      porte maire ministre président présidente directeur directrice chef responsable juge avocat avocate député députée
      sénateur sénatrice préfet préfète professeur professeure médecin témoin auteur autrice patron patronne secrétaire
      capitaine pêcheur habitant habitante voisin voisine élu élue adjoint adjointe`),
    groupRole: wordsOf(
      "habitants voisins salariés employés élus syndicats experts chercheurs témoins avocats pêcheurs parents",
    ),
    bodyRole: wordsOf(`
      entreprise société groupe gouvernement ministère mairie préfecture tribunal syndicat parti association université
      journal agence commission conseil police gendarmerie compagnie port`),
    bodyHead: wordsOf("sa sarl groupe université ministère agence conseil commission syndicat parti"),
    document: wordsOf("communiqué lettre rapport courriel message note déclaration texte article"),
    alsoNoun: [],
    medium: wordsOf("twitter facebook radio télévision interview entretien"),
    place: wordsOf(
      "france paris lyon marseille bruxelles genève belgique suisse canada allemagne espagne italie europe",
    ),
    sourcePreposition: wordsOf("selon"),
    clauseOpener: [],
    saying: [],
    announcing: wordsOf("intégral intégralité voici suit"),
    firstPerson: wordsOf("je nous notre nos mon ma mes"),
  },
  names: {
    ...noNameWords,
    particle: wordsOf("de du des la le van von der ben el al"),
    of: wordsOf("de du des d"),
    lineSuffix: wordsOf("jr"),
    demonym: wordsOf(
      "français française françaises allemand allemands allemande anglais anglaise belge belges suisse suisses italien italiens espagnol espagnols européen européens américain américains russe russes catholiques musulmans",
    ),
    commonCapital: wordsOf("noël pâques tva pdg pib tv"),
    kin: wordsOf("femme mari épouse époux veuve fils fille frère sœur mère père"),
  },
  demands: null,
}
