/**
 * Words that tell little of what a report is about, by how many reports of any day hold them. From general
 * knowledge of the languages, not counted on any corpus: only the band matters, and what a run of reports shows of
 * its own words soon outweighs it. Each with the share of reports that is assumed to hold the word.
 */
export const commonWords: readonly { readonly share: number; readonly words: string }[] = [
  {
    share: 0.5,
    words: `the a an and or but nor so of in on at by for with from to into onto out off over under up down about after
before between through during against among around across behind beyond near above below along upon within without
toward towards until till since because although though while if unless than as like per via is are was were be been
being am do does did done doing have has had having will would shall should can could may might must not no never
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself himself
herself itself ourselves themselves who whom whose which what when where why how that this these those there here
then now just only also too very more most much many some any each every all both few several other another such same
one two three first last own even still yet again ever once more less least next back away ago already s t re ve ll d
m said say says saying told tell according new year years time day days people year week month today yesterday
tomorrow don't didn't doesn't isn't wasn't it's that's he's she's they're we're i'm can't won't wouldn't couldn't mr
mrs ms get got make made take took come came go went going see saw know knew think thought use used way made well
because however including monday tuesday wednesday thursday friday saturday sunday`,
  },
  {
    share: 0.15,
    words: `january february march april may june july august september october november december jan feb mar apr jun
jul aug sep sept oct nov dec four five six seven eight nine ten hundred thousand million billion second third half
a.m p.m am pm morning afternoon evening night early late later earlier long short high low big small large great good
bad best better old young little right left full part end start began begin called call want wanted need needed work
working worked found find give gave given show showed shown ask asked put set left left leave keep kept let help run
turn move live lived believe hold held bring brought happen happened write wrote written provide sit stand lose pay
meet met include included continue learn change lead led understand watch follow followed stop create speak read
allow add added spend grow open walk win won offer remember love consider appear buy wait serve die send expect build
stay fall cut reach remain suggest raise pass sell require report reported reports reporter decide pull statement
spokesman spokeswoman spokesperson official officials government state states country world city national public
group company president minister police man woman men women child children family families life case point home place
number thing things lot fact group hand eye area side issue member members law house service friend power house hour
hours minute minutes moment line name news media story press article photo image video website site online twitter
facebook post posted email information question answer reason result results plan plans program team office party
business money job order local major political social economic international american united u.s us uk british
european english foreign north south east west northern southern eastern western central general chief head
director leader secretary department agency authority authorities court judge lawyer attorney trial charge charges
charged arrest arrested accused alleged allegedly attack killed dead death died injured victim victims security
military army force forces war officer officers investigation evidence crime support supporters against announced
announcement earlier agreement deal decision vote election campaign percent per cent rate market price prices share
shares sales cost costs billion bank stock investors quarter report study research university school student
students health hospital doctor medical care water food road street car cars air land town village county region
district building island sea river north km miles feet inches tonnes age aged older born son daughter father mother
wife husband brother sister parents game games season play played player players coach club match league score
film movie show star music series television tv book technology software computer internet phone mobile device
users customers access data system systems network`,
  },
  {
    share: 0.05,
    words: `able accept access account across act action activity actually address administration adult affect
agree ahead aim alone almost already although always amid amount analyst announce annual anyone anything apparently
application apply approach argue arrive attempt attention available average avoid ban base based battle became become
behalf behaviour behavior belief benefit bid bit board body border boy break brief broke build call calling cabinet
candidate capital career carry cast catch cause celebrate center centre century certain certainly challenge chairman
chance character chief choice choose citizen citizens civil claim claimed clear clearly close closed collect college
comment commentary comments commission committed committee common community compare complete concern concerned
concerns condition conditions conference confirm confirmed congress consumer contact contract control council couple
course cover create criminal crisis critical critics criticism culture current currently customer damage danger
dangerous daily dark deal debate declined deep defence defense degree delay deliver demand democratic deputy describe
described design despite detail details develop development difference different difficult direct directly discover
discuss discussion disease district document documents domestic draw dream drive driver drop drug due early easily
economy education effect effort efforts either emergency employee employees energy enforcement enjoy enough ensure
enter entire environment especially establish event events eventually everyone everything exactly example executive
exist expected experience expert experts explain explained express extra face faced facing factor fail failed fair
fan fans fear federal feel feeling fell felt fight figure figures file filed fill final finally financial fine fire
fit focus following force forced form former forward free fund funding future gain generation girl global goal gone
ground growing growth guess gun guy half happy hard hear heard hearing heart heavy hit hope hoped hoping host hot
hotel huge human idea identified identify immediately impact important improve incident including increase increased
indeed independent individual industry inside instead interest interview introduce invest involve involved issue
issued join joined jury justice key kid kids kill killing kind know known labor labour lack language later latest
launch launched lawmakers lay legal legislation letter level lie light likely limit limited list listen living
longer look looked looking loss lost main maintain making male manage management manager manufacturer mark matter
maybe mean meaning means measure measures media meeting memory message method middle mind minor miss missing mission
model modern morning motion murder names nation nations nature nearly necessary network newspaper noted nothing
notice nuclear numbers occur occurred offered offering offers ones operate operation operations opinion opportunity
opposition option organization organisation original others outside overall owner owners page paid pain paper
particular particularly partner past patient patients pattern peace perform performance perhaps period person
personal physical pick picture piece places planned planning plans plant playing please pleaded policy poor popular
population position positive possible potential practice prepare present pressure pretty prevent previous previously
primary prime prison private probably problem problems process produce product production products professional
professor project projects promise property proposal prosecutor prosecutors protect protection prove provided
publish published quality quarter quickly quite race radio rather react reaction reality realize really receive
received recent recently recognize record records red reduce reflect refused region regular relate related relations
relationship release released religious remove removed replace representative republican request rescue resident
residents resource resources respond responded response responsibility responsible rest return returned reveal
revealed review rise rising risk role room round rule rules running safe safety sale scene schedule scheduled science
search seat section sector seek seeking seem seemed seems seen senate senator senior sense sent sentence sentenced
separate series serious seriously served services session settle severe sex sexual sheriff shoot shooting shortly shot
shots sign signed significant similar simply single site situation size skill social society soldier soldiers solution
someone something sometimes soon sort source sources space speaking special specific speech sport sports spot spread
spring staff stage standard star started starting statements station status step stopped store strategy strike strong
structure struggle stuff style subject success successful suddenly suffer suffered suffering summer supply sure
surface surprise survive suspect suspected suspects table taken taking talk talking talks target task tax teach
teacher technical tend term terms test thank themselves theory therefore third thousands threat throughout thus tied
title together tonight took top total touch tough tour town track trade traditional traffic training travel treat
treatment tried trip trouble true truth try trying turned type understand union unit update updated used using usually
value various version victory view views violence violent visit voice wall wanted warn warned warning ways weapon
weapons wear weather weekend weight whether white whole wide win wind window winner winter wish witness witnesses
wonder word words worker workers works worry worse worst worth wrong yes york young youth zone`,
  },
  {
    share: 0.4,
    words: `der die das den dem des ein eine einen einem einer eines und oder aber nicht mit von zu zum zur im am auf aus
bei nach vor über unter durch für gegen ohne um ist sind war waren sein hat haben hatte wird werden wurde wurden kann
können soll sollen auch nur noch schon sich sie er es wir ihr wie als wenn dass daß weil so sagte sagten mehr jahr
jahre le la les un une des du de et ou mais ne pas dans sur sous avec sans pour par en au aux ce cet cette ces qui que
quoi dont où il elle ils elles nous vous leur leurs son sa ses est sont était être a ont avait été plus dit ainsi
comme el los las una unos unas y o pero no con sin por para entre sobre desde hasta del al se su sus lo que quien
como cuando donde es son era fue ser ha han había más muy también dijo año años il lo gli i uno di da nel nella della
dei delle che chi non per tra fra sono era stato ha hanno anche più ha detto o os as um uma do da dos das no na nos
nas em por para com sem mas não é são foi ser tem têm também mais disse ano anos het een van in op met voor aan door
bij uit om te naar over tot niet ook maar dat die deze dit zijn was waren heeft hebben werd wordt worden zei och att
det som på av för med den till är inte har om ett men var jag han hon vi de i w z na do się nie jest że to od po za
dla jak oraz и в не на с что по он она они это как к но а из за от о для у же`,
  },
]
