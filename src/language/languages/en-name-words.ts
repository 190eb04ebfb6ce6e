import type { NameWords } from "./language.ts"
import { wordsOf } from "./words-of.ts"

/** What English prints within names and beside them. */
export const englishNameWords: NameWords = {
  particle: wordsOf(
    "de da del della di du la le las los van von der den bin bint al el ibn dos das ten ter y zu af ap o st",
  ),
  of: wordsOf("of"),
  subjectOf: wordsOf("for on"),
  and: wordsOf("and"),
  subjectHead: wordsOf(`
    ministry department institute institution union committee office bureau agency school society association board
    commission council centre center college faculty division administration federation campaign coalition alliance
    foundation fund network group court panel academy directorate inspectorate secretariat organisation organization radio`),
  placeHead: wordsOf(`
    county city town village hill hills mount mountain mountains street road lane avenue square boulevard drive place
    terrace crescent island islands isle lake river bay cape creek valley beach coast peninsula province district region
    forest gulf bridge airport harbor harbour haven desert strait straits sea ocean park gardens heights springs falls point states kingdom emirates isles
    canyon ridge moor marsh junction territory republic kingdom borough parish quarter highway quay pier`),
  placeOpener: wordsOf(`
    new north south east west northern southern eastern western upper lower central san santa los las el saint st fort
    mount lake cape port isle gulf united great little old`),
  work: wordsOf(`
    act bill law treaty accord accords agreement pact constitution protocol directive charter amendment
    report memo memos memorandum tapes papers files dossier diaries letters review inquiry code doctrine declaration
    resolution statute ordinance proposition psalms gospel bible
    quran koran`),
  event: wordsOf(`
    festival marathon olympics paralympics games cup championship championships open derby prix final finals awards
    prize prizes medal war wars battle siege day week month fair expo show carnival summit convention crisis affair scandal
    election revolution uprising massacre disaster fire flood hurricane storm typhoon era age series season tour
    trophy shield regatta rally parade eclipse project scheme programme program initiative operation`),
  opener: wordsOf(`
    national international general royal american british european federal central northern southern eastern western new
    united first great global world public state local city county regional independent free people's saint old young
    north south east west grand supreme high house republic department ministry university college school institute
    bank office bureau board council committee commission union court association society federation club church
    hospital museum centre center group agency authority campaign doctors friends parents citizens mothers women men
    students workers port lake mount cape san santa`),
  demonym: wordsOf(`
    afghan african albanian algerian american americans angolan arab arabs arabic argentine argentinian armenian asian
    asians australian australians austrian austrians bangladeshi belarusian belgian belgians bolivian bosnian brazilian
    brazilians british briton britons bulgarian burmese cambodian cameroonian canadian canadians catalan chilean chinese
    colombian congolese croatian cuban cubans cypriot czech czechs dane danes danish dutch ecuadorian egyptian egyptians
    english englishman estonian ethiopian european europeans filipino filipinos finn finns finnish french frenchman
    german germans ghanaian greek greeks guatemalan haitian haitians hispanic honduran hungarian hungarians icelandic
    indian indians indonesian iranian iranians iraqi iraqis irish irishman israeli israelis italian italians jamaican
    japanese jordanian kazakh kenyan kenyans korean koreans kurd kurds kurdish kuwaiti latin latino latinos latvian
    lebanese liberian libyan libyans lithuanian malaysian maltese mexican mexicans moldovan mongolian moroccan nepali
    nicaraguan nigerian nigerians norwegian norwegians ottoman pakistani pakistanis palestinian palestinians panamanian
    paraguayan persian peruvian pole poles polish portuguese qatari roma roman romanian romanians russian
    russians rwandan saudi saudis scandinavian scot scots scottish scotsman senegalese serb serbs serbian singaporean
    slovak slovene slovenian somali somalis soviet spaniard spaniards spanish sudanese swede swedes swedish swiss syrian
    syrians taiwanese tanzanian thai tibetan tunisian turk turks turkish ugandan ukrainian ukrainians uruguayan uzbek
    venezuelan venezuelans vietnamese welsh welshman yemeni zambian zimbabwean western easterner westerner southerner
    northerner christian christians catholic catholics protestant protestants muslim muslims islamic islam jew jews
    jewish hindu hindus sikh sikhs buddhist buddhists mormon mormons orthodox anglican anglicans methodist baptist
    evangelical shia sunni sunnis shiite shiites gypsy republican republicans democrat democrats democratic tory tories conservatives liberals islamist islamists jihadi communist communists socialist socialists nazi nazis marxist hispanics eastern jewish middle mideast zionist zionists populist remainer brexiteer brexiteers leaver leavers victorian edwardian`),
  commonCapital: wordsOf(`
    easter christmas ramadan diwali hanukkah passover thanksgiving halloween lent eid xmas god lord heaven
    tv tvs cd dvd pc pcs ceo ceos cfo coo cto mp mps mep meps msp phd mba ba ma bsc msc gdp vat gmt bst cet est edt pst utc
    gmo dna rna hiv aids covid sars flu adhd ptsd id ids iq it hr pr ai ev evs suv suvs atm atms gps usb url pdf faq
    sms wifi internet web bbq diy ufo ufos vip vips rsvp usd gbp eur cad aud jpy chf cny inr rmb kwh mph kph am pm bc ad ce
    q a vs ok oap oaps ngo ngos sme smes ipo ipos etf etfs fdi crispr mri ct icu lgbt lgbtq lgbtqia pow pows doa
    awol rip vhs led lcd cctv dj djs mc mvp capitol earth bible o.k p.m a.m photo photos file image updated read more
    advertisement exclusive breaking live watch video related share`),
  kin: wordsOf(
    "lady wife husband widow widower son daughter brother sister mother father uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother stepson stepdaughter fiancee fiance girlfriend boyfriend",
  ),
  personVerb: wordsOf(`
    smiled laughed wept cried nodded shrugged frowned grinned sighed blushed winced joked recalled remembered resigned
    died drowned married divorced retired graduated lives lived born aged wore wears sat sits slept woke hugged kissed
    hopes thinks thought believes believed felt feels knew knows loves loved hated admitted pleaded confessed denied
    scored sang sings drove drives rode ran walked swam studied teaches taught grew argued doubted agreed disagreed
    recovered fled hid embraced apologised apologized testified dissented`),
  placeBefore: wordsOf("in near outside inside across around throughout northern southern eastern western"),
  stake: wordsOf(`
    shares share stake stakes confidence faith trust interest interests invested invest investing investment
    investments investor investors stock holding holdings believe believes believed role position resulted succeeded
    succeed participate specialised specialises specializes dealing deals`),
  itself: wordsOf("it its itself"),
  himself: wordsOf("he she his her him himself herself"),
  settlement: wordsOf("city town village port capital suburb county district province region resort island"),
  lineSuffix: wordsOf("jr sr snr jnr ii iii iv"),
  which: wordsOf("which"),
  who: wordsOf("who whose whom"),
  aged: wordsOf("aged"),
  staffed: wordsOf(
    "workers staff employees bosses managers executives researchers scientists analysts economists shareholders customers directors pupils students lawyers",
  ),
  sourcePhrase: wordsOf("according"),
  formerly: wordsOf("former late ex acting incoming outgoing veteran convicted alleged suspected"),
  nounFamilies: [
    {
      nouns: wordsOf(`
        company firm business group corporation manufacturer maker retailer operator supplier chain giant startup brewer
        miner builder insurer developer carmaker airline`),
      heads: wordsOf(`
        * inc corp corporation co company ltd limited llc plc ag sa nv bv ab group holdings partners foods motors systems
        technologies industries stores airlines airways energy steel oil gas power brands solutions software`),
    },
    {
      nouns: wordsOf("agency bureau authority regulator watchdog department ministry office"),
      heads: wordsOf(`
        ABC agency administration bureau authority enforcement protection service survey commission office department
        ministry directorate inspectorate`),
    },
    { nouns: wordsOf("union"), heads: wordsOf("ABC union workers federation brotherhood") },
    {
      nouns: wordsOf("newspaper paper magazine outlet site website publication"),
      heads: wordsOf(
        "times post journal herald tribune gazette guardian chronicle courier observer telegraph news mail",
      ),
    },
    {
      nouns: wordsOf("broadcaster network station"),
      heads: wordsOf("ABC broadcasting radio television tv news media"),
    },
    { nouns: wordsOf("bank lender"), heads: wordsOf("bank bancorp savings") },
    {
      nouns: wordsOf("university college school"),
      heads: wordsOf("university college school academy institute"),
    },
    { nouns: wordsOf("hospital"), heads: wordsOf("hospital infirmary clinic") },
    {
      nouns: wordsOf("club team side"),
      heads: wordsOf("united rovers wanderers athletic albion fc city town club"),
    },
    {
      nouns: wordsOf("charity foundation trust nonprofit"),
      heads: wordsOf("ABC trust foundation fund charity"),
    },
    { nouns: wordsOf("party"), heads: wordsOf("party alliance") },
    { nouns: wordsOf("court tribunal"), heads: wordsOf("court tribunal") },
    {
      nouns: wordsOf("organisation organization group body association"),
      heads: wordsOf("ABC association society federation alliance coalition council network"),
    },
  ],
  stock: wordsOf("share shares stake stakes stock investor investors"),
  placeOffice: wordsOf(
    "mayor governor president minister parliament capital coast outskirts suburbs airport",
  ),
  bodyOffice: wordsOf(`
    chief chairman chairwoman chair shares shareholders founder ceo spokesman spokeswoman headquarters products customers
    board offer profit profits sales revenue`),
  definite: wordsOf("the"),
  compoundTail: wordsOf("era led run like held born made based owned style free wide only to and"),
  seated: wordsOf("based"),
  halfTitle: wordsOf("major general prime vice chief deputy"),
  groupOf: wordsOf("for"),
  rank: wordsOf("pc dc ds di dci dsi dcs pcso wpc"),
  placeShort: wordsOf(
    "us u.s uk u.k usa u.s.a uae u.a.e d.c dc nz n.y n.j n.c s.c n.d s.d n.h n.m b.c r.i n.s ny nj nyc",
  ),
  body: wordsOf(`
    congress senate parliament kremlin pentagon treasury interpol nato unesco unicef opec knesset bundestag bundesrat duma
    sejm rada commons lords dáil holyrood westminster whitehall fed hezbollah hamas taliban isis isil gop twitter
    facebook google youtube instagram apple microsoft amazon netflix tesla boeing airbus toyota volkswagen siemens walmart
    reuters bloomberg politico axios cnn bbc itv msnbc cbs nbc abc pbs npr fbi cia nsa irs epa fda nasa osce unhcr imf
    wto who fifa uefa nfl nba nhl mlb ukip snp labour aclu naacp nhs tfl mi5 mi6 eu un icc breitbart uber airbnb spotify
    samsung sony huawei intel ibm oracle gazprom bp shell exxonmobil chevron pfizer novartis astrazeneca deloitte kpmg pwc`),
}
