import { englishDemands } from "./en-demands.ts"
import { englishNameWords } from "./en-name-words.ts"
import { englishFemaleNames, englishMaleNames, englishPlaces } from "./en-names.ts"
import { englishVerbs } from "./en-verbs.ts"
import { worldFemaleNames, worldMaleNames } from "./en-world-names.ts"
import type { Language } from "./language.ts"
import { wordsOf } from "./words-of.ts"

export const english: Language = {
  code: "en",
  nounsCapital: false,
  abbreviations: {
    neverLast: wordsOf(`
      mr mrs ms messrs mx dr drs prof sen sens rep reps gov govs gen col lt sgt cpl pvt capt cmdr cdr maj adm brig rev
      revs hon pres supt insp det cllr atty mt st ste ft sra sr vs v e.g i.e cf viz gens lts fr bros pfc msgr`),
    seldomLast: wordsOf(`
      inc co cos corp ltd llc plc jr etc al dept depts est ave blvd rd univ assn approx oz lb lbs ext incl`),
    seldomLastCapital: wordsOf(`
      jan feb mar apr jun jul aug sept sep oct nov dec mon tues wed thurs fri ala ariz ark calif colo conn del fla ga
      ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo sask ont alta
      que`),
    beforeNumber: wordsOf("no nos p pp vol vols art arts sec secs fig figs ch para paras ca c pt ss"),
  },
  verbs: englishVerbs,
  words: {
    function: wordsOf(`
      the a an this that these those it he she they we you i his her their its our my your there here
      how what when where why who whom whose which whether if in on at as but and or nor so yet for from to of by into
      onto about against between among through after before since while although though because however meanwhile then
      also now once not no all some many most more both each every other another any several few such during until
      unless with without despite amid under over above below near behind beyond across along around within upon per
      neither either everybody everyone nobody nothing something anything anyone anybody somebody someone thousands hundreds dozens
      millions please did do does don't is are was were be been being have has had having will would can could should may might
      must let only even still just too very him them us me himself herself itself themselves one`),
    determiner: wordsOf(`
      the a an this that these those his her their its our my your some many most several few every each another any no
      both all one two three four five six seven eight nine ten other more`),
    pronoun: wordsOf("he she they it we i you"),
    preposition: wordsOf(`
      in on at of for from to by with about into onto against between among through after before during until without
      despite amid under over above below near behind beyond across along around within upon per via since as than like
      outside inside toward towards off up down out regarding concerning following`),
    conjunction: wordsOf("and or but nor yet so plus"),
    subordinator: wordsOf(
      "when while if because although though whereas unless whether once as since until after before that how why where",
    ),
    relative: wordsOf("who whom which that whose"),
    adverb: wordsOf(`
      also later then once again still just even now often always never ever already too however meanwhile instead
      only soon sometimes together here there today yesterday tonight earlier recently previously reportedly back long
      further both all perhaps maybe first finally once twice himself herself themselves itself`),
    time: wordsOf(`
      monday tuesday wednesday thursday friday saturday sunday mon tues wed thurs fri january february march april may june
      july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday
      tomorrow tonight morning afternoon evening night week month year noon midnight weekend`),
    month: wordsOf(`
      january february march april may june july august september october november december jan feb mar apr jun jul aug
      sept sep oct nov dec`),
    title: wordsOf(`
      mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron sen senator rep representative gov governor
      gen general col colonel lt lieutenant sgt sergeant capt captain cmdr commander maj major adm admiral president
      vice prime minister chancellor secretary judge justice attorney mayor councillor cllr councilman councilwoman
      sens reps govs profs drs gens lts fr msgr supt insp det cpl pvt
      congressman congresswoman rev reverend father sister bishop archbishop cardinal pope rabbi imam king queen prince
      princess duke duchess sheriff chief officer constable inspector superintendent detective ambassador speaker
      chairman chairwoman coach commissioner director treasurer deputy lawmaker spokesman spokeswoman spokesperson premier
      chef nurse pastor ceo cfo coo cto md mp mep msp`),
    femaleTitle: wordsOf(`
      mrs ms miss dame lady baroness queen princess duchess sister chairwoman spokeswoman congresswoman councilwoman
      businesswoman actress mother daughter wife widow girl woman grandmother aunt niece granddaughter`),
    maleTitle: wordsOf(`
      mr sir lord baron father bishop archbishop cardinal pope king prince duke chairman spokesman congressman councilman
      businessman actor son husband widower boy man grandfather uncle nephew grandson brother`),
    femaleName: [...englishFemaleNames, ...worldFemaleNames],
    maleName: [...englishMaleNames, ...worldMaleNames],
    personRole: wordsOf(`
      spokesman spokeswoman spokesperson rep judge candidate president minister senator governor mayor chairman chairwoman
      chair chief executive director manager officer official leader lawmaker congressman congresswoman lawyer attorney
      prosecutor secretary ambassador analyst economist professor researcher scientist author writer reporter journalist
      columnist editor host anchor commentator pundit pollster strategist adviser advisor aide activist organizer organiser
      founder owner investor trader banker engineer doctor physician nurse teacher student driver captain pilot sailor
      farmer worker employee resident neighbor neighbour witness victim survivor suspect defendant mother father son
      daughter wife husband widow brother sister friend colleague source insider veteran soldier general commander sheriff
      detective inspector constable policeman policewoman pastor priest bishop rabbi imam pope king queen prince princess
      actor actress singer musician artist coach player striker goalkeeper businessman businesswoman mogul billionaire
      tycoon nominee frontrunner incumbent democrat republican conservative liberal socialist progressive
      libertarian expert specialist scholar historian critic supporter opponent fan voter delegate campaigner
      councillor councilman councilwoman commissioner superintendent principal headteacher chancellor premier congressperson
      representative lobbyist consultant contractor developer designer programmer curator librarian archaeologist
      biologist chemist physicist epidemiologist psychologist psychiatrist surgeon paramedic firefighter man woman boy girl
      child teenager person user customer tourist passenger tenant landlord deputy agent sergeant lieutenant treasurer
      auditor regulator inspector investigator coroner juror magistrate operative staffer moderator cofounder
      publisher producer filmmaker novelist poet blogger`),
    groupRole: wordsOf(`
      officials employees workers staff staffers residents lawyers attorneys prosecutors analysts experts researchers
      scientists economists authorities police investigators detectives critics supporters opponents activists protesters
      demonstrators leaders lawmakers senators republicans democrats conservatives liberals executives members voters
      delegates witnesses neighbors neighbours friends relatives parents families students teachers doctors nurses
      sources aides advisers advisors reporters journalists editors commentators pollsters strategists campaigners
      organizers organisers unions investors traders shareholders customers users fans players people women men
      americans britons europeans respondents jurors judges ministers councillors farmers firefighters paramedics
      rescuers soldiers troops veterans engineers developers regulators auditors crowd audience others some many most
      several representatives colleagues operatives spokespeople scholars historians evangelicals immigrants migrants
      refugees governors mayors diplomats moderators hosts brothers sisters children`),
    bodyRole: wordsOf(`
      company firm agency government administration ministry department court tribunal university college school council
      committee commission board bank group organization organisation charity union party campaign newspaper paper magazine
      network broadcaster station outlet publication site website association federation institute institution foundation
      trust authority regulator watchdog police force army navy military hospital club team league bureau office panel
      parliament congress senate house cabinet coalition alliance corporation business manufacturer maker carmaker airline
      operator supplier retailer chain giant startup fund publisher studio museum church diocese embassy nation
      country state city town county kremlin pentagon regulator exchange insurer brewer miner utility builder
      nonprofit lab laboratory coastguard service centre center ombudsman inquiry`),
    bodyHead: wordsOf(`
      inc corp corporation co company ltd limited llc plc group holdings partners bank university college school institute
      council committee commission board department ministry agency bureau office court association federation union party
      society foundation trust fund league club church hospital museum times post journal herald tribune gazette guardian
      news press network magazine review administration authority service services police army navy force forces senate
      congress parliament house center centre alliance coalition campaign organization organisation industries
      systems technologies airlines airways motors pharmaceuticals enterprises international media broadcasting academy
      assembly tribunal secretariat treasury reserve exchange conference chamber cathedral theatre orchestra lines works steel energy oil gas power water foods capital ventures partners insurance rail logistics software labs laboratories studios records chronicle courier observer telegraph enforcement protection bancorp brands line radio stores markets solutions networks electric shipping
      ag sa nv bv ab oy asa spa srl gmbh kg pty llp pbc sons brothers dynamics marine mining panel chemicals aerospace telecom
      motor engineering construction constructors builders properties estates hotels hotel restaurant diner cafe inn
      surgery clinic infirmary prison zoo rovers united wanderers athletic albion orchestra choir band constabulary
      archive archives directorate inspectorate taskforce consortium cooperative syndicate cartel militia
      parliament legislature diet bundestag knesset duma pentagon consulate embassy monastery abbey mosque synagogue temple
      gallery theater cinema stadium arena brewery winery distillery refinery airport factory bakery pharmacy`),
    document: wordsOf(`
      letter statement mail report memo memorandum email note post tweet message release document filing lawsuit suit
      complaint petition ruling opinion order bill law poll survey study article editorial column essay book paper
      transcript speech ad advert advertisement sign banner headline review analysis blog notice announcement indictment
      affidavit deposition motion brief decision verdict testimony dossier bulletin briefing manifesto platform video
      brochure leaflet website webpage page entry story text`),
    alsoNoun: wordsOf(`
      account accounts address addresses advocate advocates answer answers attack attacks brand brands call calls challenge challenges charge charges claim claims
      comment comments complaint counsel counter credit credits cry debate decline deal demand demands detail details document documents doubt
      doubts draft echo email emails estimate estimates face faces fear fears figure figures forecast forecasts hint hints
      hope hopes interrupt joke jokes label labels lecture lectures lie lies link links list lists love message messages name names need
      needs note notes notice object objects offer offers order orders outline outlines petition petitions plan plans
      pledge pledges post posts praise press promise promises proposal protest protests query question questions quote
      quotes reason reasons reply replies report reports remark remarks retort retorts boast boasts chant chants quip quips request requests response rule sense show shows sign signal signals slate slates
      snap state states stress support supports tag target targets tweet tweets text texts talk talks title titles threat trash treat thunder use
      uses venture view views voice voices vote votes vow vows volunteer whisper wish wishes wonder worry worries force forces`),
    medium: wordsOf(`
      interview speech debate conference briefing hearing twitter facebook instagram youtube television tv radio podcast
      broadcast testimony livestream snapchat reddit linkedin channel network program programme show call phone telephone remarks
      townhall rally address`),
    sourcePreposition: [],
    clauseOpener: wordsOf("that if whether how why what who when where to for"),
    saying: wordsOf(`
      accusation accusations acknowledgement acknowledgment admission allegation allegations announcement argument arguments
      assertion assertions assurance assurances boast charge charges claim claims comment comments complaint complaints
      conclusion contention declaration demand denial explanation finding insistence observation pledge prediction
      promise proposal remark remarks statement statements suggestion suggestions testimony threat vow warning warnings
      admonition concession confession`),
    announcing: wordsOf("full below following reads read follows entire text complete here"),
    firstPerson: wordsOf("i we our us my me ours"),
    place: englishPlaces,
  },
  names: englishNameWords,
  demands: englishDemands,
}
