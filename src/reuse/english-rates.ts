/**
 * How often common English words stand, per million words of news, reviews and advice; counted by us over 1.2 million
 * words, names and the talk of single topics left out, on a ladder of steps of a quarter. A word that is not here is
 * rarer than any here, or belongs to a topic.
 */
const ratesTable = `
45000 the
29000 to
23000 a and of
18000 in
12000 for that
9400 is
7500 on with
6000 as it you
4800 are at be he said
3900 an but by from has have his not or this was your
3100 can more they who will
2500 about if one their we
2000 all also her like out she up what when which would
1600 been had how it's other people so some state than time
1300 after do into its just most new no our over them there were while
1000 any because business could even first get him make many may my need now only should support these
  those two use where year
810 before best both don't going help last media much party percent social such think through want way
  well work years
650 against back based being between day did down during every former go good here high home including
  know long made off own political real right same say security see still take that's then top us very
  week world you're
520 according among another around better big called case company country design different each election
  end experience find full group health look making me might national news next part run says since
  system three told used using whether without
410 across build care change come companies cost days does early easy example far few free government
  great he's important information keep key learning less likely lot management million money name needs
  never often online performance plan point policy process products public race really service services
  set show small something start states team things times too under vote why win working
330 already always asked become building call clear course create digital doesn't e enough event features
  federal focus found four front future general got hard hours industry insurance issue issues job large
  law lead least level life little live low m major makes month months moving must night number offer
  office once p past per place platform post power price product project provide put recent research
  running s saying second secretary systems tax there's they're though tools tweet water we're within won
  x yet you'll
260 able access added again ago approach attacks available away behind believe black businesses came
  can't cloud code com comes comments common community conservative consider control costs current deal
  development didn't doing done economic especially ever everything fact family feel financial five
  following food function getting give given global growth having impact include instead interview isn't
  later leaders learn left line list local looking market means members model move network offers
  officials old open options order others pay person personal plans points possible potential press
  private problem program quality question questions results risk role several single space specific
  speech statement step strategy strong super sure technology term text thing today together trade
  training trying value video women works wrote
210 act action actually add address administration agency almost along am anti attack attention benefits
  beyond billion body book brand bring career changes check chief choice choose class close co coverage
  decision director earlier economy effort either energy events face fight foreign further g game
  governor groups half helps higher history idea immigration includes items jobs kind known language
  latest leader leading led let light machine man matter meeting message minutes models multiple nearly
  needed non paid particularly party's platforms play politics pricing professional range rather read
  ready record released report reported requests response rest school search seen self share short shows
  side simple six source staff started students taking tech test third took travel try turn understand
  until view war ways we've weeks went what's white won't workers
170 above account ad adding additional ahead air allows although announced anyone anything article ask
  audience average avoid bad base below bit board budget built buy car cases certain children climate
  coming conference continue countries creating customer cut delegate designed despite directly education
  effective efforts employees ensure establishment estate everyone evidence executive expected fast final
  firm follow form foundation ground growing guide gun hand head held himself however human id income
  increase interest international investment late leadership leave legal longer lost love lower main
  majority middle military mind morning opportunity organization outside overall page pages path perfect
  planning police policies popular position probably problems projects provides quickly rate rates reach
  reason recently reduce release require required resources result return review rights room rules runner
  sales scale senior sense series significant similar size skills solutions someone special stage
  standard stay stop story style success takes talk thought total toward trip true type types usually
  victory votes voting whole whose words worked yourself
140 ability ads advanced age agents agreement allow amount analysis answer area areas aren't associated
  author basic became began biggest bill border calling calls campaigns cannot central chairman
  challenges chance clients college comment compared complete complex concerns congressional contests
  continued core court cover created critical crowd daily date decades decisions deep deliver demand
  details difference difficult direct drive driven easier easily eight else enterprise entire environment
  essential expect experiences experts fall families favorite field file fit focused force forward
  friends giving goal goals green grow hands heart helped host hot hour house ideas image immigrants
  improve individual infrastructure insights intelligence investigation itself join judge larger liberal
  limited location manager mean medical meet member men modern moment movement natural necessary note
  noted nothing numbers offering official opportunities particular pick plus powerful practice previous
  primaries pro programs quick raised received related remains remember reports request requirements
  requires rise secure sent she's showed sign simply smaller smart solution sometimes speak speaking
  speed spend spending spent stand starting state's strategies study supporting table taken talking teams
  tell terms terrorism th themselves tool track traditional trends trust turned typically understanding
  unique values various version via vice wanted wants wasn't watch winning worth wrong you've young
110 actions active addition advantage affordable agencies allowing annual appeared applications argument
  art ban bank becoming begin beginning benefit billionaire break candidacy capital center certainly
  challenge changing charge child choosing city claim claims classified client color comprehensive
  conditions connect consumers contest continues corporate count credit crisis criticism cross crucial
  custom de defense depending described district dollars donors double due edge effectively efficiency
  elected exactly existing expensive extra failed feature finally fine finish friendly fully functions
  fund gave gets goes handle happen happened hardware helping highly hit hold hope hotel identify images
  immediately included increasingly individuals inside involved keeping knowledge labor largely laws
  leads levels lines lives loss manage margin match materials maybe millions minimum minute mobile nation
  native near o offered oil ones operations option organizations original package paper parties pass
  perhaps period phone positive practical practices pressure presumptive pretty prevent prices production
  property protect provided providing purchase push quite raise reality receive records red registered
  regular remain remarks reporters revenue reviews rich rival safe safety save saw season seeking seemed
  seems send serious serve served session shift shot showing soon sound sources spoke standards star
  strategic student studies subject successful suggested superdelegates supported survey target taxes
  technical technologies telling terrorist testing thousands threat throughout tips tough town tried v
  variety views violence wall weight wide wife wins woman write writing zero
87 accounts accused actual advice adviser agenda aides allies alone appeal appear appearance appears
  application apply apps argued backed background balance ballot banks battle becomes behavior bid bigger
  blue born bringing cast cause changed choices civil clean clearly closed commercial committee
  communication completely components condition conservatives considered consistent consumer contact
  conversation covered culture currently cutting deals death decide decided declined detailed determine
  develop developer devices display documents driving drop effect efficient elections elements endorsed
  endorsement engagement ensuring entering etc exchange expectations expert expertise explore facing
  factors fair familiar faster father favor fear fees fellow figure finding fire fix flexibility followed
  forces fresh friend fun funding funds gain games generally generation gives gone greater hall handling
  hasn't hear holding hundreds husband ideal illegal increased independent initial instance internet
  interviews investors killed lack largest learned leaving letter link living looks lose maintain managed
  markets mass material matters memory messages met methods mid moderate music nature net networks none
  opening pace parents partner partners passed patterns paying percentage physical piece planned playing
  pledged politicians polling poor population positions pre presence present presidency previously prime
  principles produce professionals profile progress progressive proposal proposed protection providers
  publicly published radical raising reading reasons relationship relevant respond responded rivals rule
  schedule science seem separate sessions sets setup seven shared shooting signed significantly situation
  solid sort sought spokesman standing statements status steps stock store stories strength stress
  structure summer supply supports switch tasks television thinking trail train truly ultimately union
  uses visit voice voted voter we'll whatever whom willing word wouldn't written
69 absolutely accept achieve activities activity advisers agree agreed allowed asking attempt attorney
  backing bar beat believes block boost bottom breaking broad brought buying capabilities card cash
  challenging channel charges cities citizens closely closer coalition combined commitment communities
  competitive computer concern conducted confidence connection contrast correct couldn't couple creation
  criticized cycle damage dead debates debt decade declared dedicated defeat defined degree delivery
  device direction discuss distance diverse door dozen drug dynamic earned effects electorate ended
  endorse enforcement enjoy ensures environmental era eventually excellent executives expand experienced
  explain explained eye faces false feedback feeling feels felt female fewer finance floor flow founded
  founder freedom fundraising gas generate guy happens haven't heard hearing heat heavy helpful herself
  highest huge increasing influence interested interesting interests internal invest journey keeps kept
  knows land landscape launch launched lawmakers legislation let's looked losing mainstream managing
  meant measure measures mention method minority mission mix monitoring mostly moved moves multi named
  names nation's negative nine notes nuclear older operating opinion opposed opposition otherwise parts
  peace photo picture places played please posted posts potentially prefer prepared president's professor
  pull putting radio re reached recommend recommended reform regardless region regularly reliable
  religious remaining repeatedly reporter reporting represents responsible revealed rhetoric rising risks
  road roughly runs scheduled screen secret section seeing selection sell selling serving setting shape
  shown signs sit slightly slow son specifically speeches spot spring square straight stuff supporter
  surface surprise task techniques tested thanks they've thinks today's tone topic touch tracking traffic
  truth tweeted twice unless update updates valuable vast videos virtual vision vs wait walk welcome
  widely winner world's worse
56 accessible acknowledged activists adds affect afternoon aide alternative analysts announcement answers
  apart appropriate approval automatically aware box brings broader businessman campaign's capture
  careful carry caused centers century character chosen cold collaboration comfortable committed
  communications company's comparison competition concept concerned confident considering constantly
  construction context cool counter country's critics cuts dangerous daughter defend delivered delivering
  demands democracy depth describe detail developed developing died differences discussion document
  dollar draw dropped editor emerging engage engaged engaging enhance enter error established evening
  everybody examples exist exit expressed extremely eyes faced facts failure fighting filed fill fired
  flat flexible forget forms frequently fuel fundamental gains happy hate holds hopes identity importance
  impossible improved improving incident increases informed introduced involves issued joined justice
  kids knew leverage limit links longtime maintaining massive master mayor meaning meetings mentioned
  missing mistake momentum monitor mother nations necessarily neither newspaper nice nor notice officer
  ongoing onto operation opponent owners panel partnership perform photos plenty pointed politically
  possibly powered prepare prior priorities priority profit promise proposals prove purpose pushed
  pushing quarter rallies ran recognition recognize recommendations reducing reference referring
  regulations relatively replace reputation residents respect returned returns seat sector seek sees
  select senators sensitive shares sharing sides sites sitting society sold split spread stands starts
  stated strategist stronger strongly struggle suggest talked talks tells threats ticket ties topics
  treat trusted turning turns upcoming updated upon useful victims waiting warning watching weapons
  weekend weekly who's wing wish worldwide worry worst year's younger
44 anywhere argue basis campaigning carefully carried chair charged cited claimed combination complicated
  concluded confirmed consistently continuing criminal deeply drew embrace encourage ending entirely
  essentially estimated extreme feet finished focusing followers forced gap generated happening harder
  he'll heavily hosted immediate inspired judgment knowing linked listed losses maximum myself nobody
  nominating normal numerous opened organized overwhelming people's possibility primarily prominent proof
  reflect refused represent responsibility roll roots seriously shop solve somebody suggesting suggests
  tend they'll title trial unlikely veteran wages worried
`

/** What follows a word, in thousandths of its uses: the commonest only. */
const nextTable = `
and: 48 the 21 a 11 other 9 that 8 his 7 more in 6 it then is 5 he we how to 4 has even you
the: 12 same 11 most first 8 state best 7 world new 5 next right country last 4 white time way party
  other
of: 214 the 38 a 19 his 15 your 11 state 9 their 8 this an her 6 those people them these our all 5 new
  that what its it course 4 my
to: 79 the 44 be 26 a 15 make do 14 get 10 have 9 help your 8 use win see 7 take keep 6 build go find say
  his 5 create work 4 an
in: 218 the 71 a 18 an 17 new 16 this 15 his 12 your 9 which their and 6 my fact our 5 order recent some
  that addition its her 4 mind one
a: 17 lot 14 new 11 few 8 good 7 year 6 more little big statement single 5 great former very long major
  small 4 way bit large strong
that: 80 the 42 he 26 is 19 you 18 it 16 are they 15 we 14 she 13 would has 12 can will a 10 was 9 have
  could 8 his there 6 in this 5 if
for: 130 the 73 a 20 example 19 your 11 their you his 10 all 9 more an this 8 her 7 those its years 6
  instance him each me 5 some our people
is: 110 a 66 the 40 not 25 that 21 to 20 an 14 also no 11 in one 10 now 9 going 7 still more very 6 what
  just likely on 5 often expected important
on: 224 the 51 a 20 your 15 his 12 their 11 this how 9 to social 8 an her 7 it what 6 that our one 5 its
  immigration my 4 all top
with: 135 the 100 a 21 your 18 an 14 his 11 their 8 this it 7 some more that her other its 6 percent him
  5 one no our all them 4 you
it: 107 is 71 was 26 will would has 22 to 19 can 16 comes 14 and 13 also in the a 11 as 10 doesn't may
  could 9 takes 8 on out 7 easier does
as: 154 a 99 the 49 well 28 an 22 they 20 he 18 it 17 you 14 much 12 we 11 part possible 9 she 8 many one
  his 7 if 6 secretary to for 5 of your
are: 36 not 35 the 26 a 17 going 16 in 15 also 14 some 13 still 11 more 10 now all 8 just 7 no being
  often many so 6 you two looking likely 5 on
be: 77 a 48 the 30 able 16 used in 15 more 13 an 9 sure 8 on 7 very done 6 to 5 seen found doing as 4
  made at so released better difficult
at: 282 the 95 a 72 least 21 all 19 this 15 home 11 an your 10 his one 9 percent 8 risk that 7 any first
  times some 6 scale their 5 its her once
this: 120 is 44 year 34 week 16 country 15 article 14 month 13 time 12 was can 10 point 9 will means case
  8 way election 7 guide 6 in year's approach includes has 5 process
from: 201 the 51 a 19 to 18 his 12 your 11 entering 10 an 9 her 7 its one our 6 this their that 5 being
  other 4 my new percent them
by: 161 the 55 a 11 an 10 his 6 points percent their using step 5 saying name her contrast 4 some
have: 112 a 105 been 98 to 45 the 15 not 13 an 11 no 10 said 9 had 8 made 7 seen more never become come 6
  also any already 5 some long done 4 access
has: 140 been 60 a 24 the 20 become 19 not 17 said made 16 to also 13 won 10 done no repeatedly 9 already
  never 8 had long taken 7 an shown 6 gone 5 given
not: 44 to 40 a be 36 the 35 only 34 just 21 going have 11 all 10 an 9 in been yet 8 necessarily always
  want 7 as 6 sure even so respond make
but: 79 the 46 it 38 he 25 it's that 24 also 23 they 21 in if not 18 you 14 a 12 there she we 10 this
  when for 9 as with 8 to his
an: 32 interview 12 hour issue open 11 opportunity online 10 example early 8 even entire important
  average effort election 7 insurance excellent attempt 6 event additional easy 5 anti independent
was: 80 a 60 the 39 not 18 in 16 an 11 no also 10 one to going 8 more on that at 7 just 6 born asked his
  5 being once very so
they: 115 are 55 have 54 were 46 can 30 would 25 will 23 want 21 don't had 18 need 17 also 14 do 13 say
  12 could may should 10 might 9 said know 8 did 7 believe 6 didn't
which: 120 is 43 has 34 he 30 was 29 the can 24 are 22 will 14 she you 13 means 12 includes have we 11
  would 9 may allows could 8 had it 7 to they
or: 31 a 25 the 14 even not more 11 other 9 two 8 in 7 if 6 an at any to 5 less non on 4 you
their: 41 own 11 support 9 work 7 business time way families personal lives 6 clients children jobs 5
  first home 4 ability products campaigns money votes
were: 41 not 27 the 25 a 23 in 19 to 12 also 11 on 10 more being killed 9 all 8 going able made 6 no sent
  still 5 so once used born just
its: 60 own 10 first 7 way 6 best investigation 5 new business products current 4 role long military
been: 76 a 23 the in 15 able 13 on more 11 an 10 working used trying 7 around made to very 6 updated at 5
  known there called 4 using making one
had: 98 been 89 a 54 to 33 no 25 the 23 not 15 an 11 previously made 9 already said never 7 some just in
  come 6 two worked lost given 5 written their
will: 198 be 40 not 33 have 24 help 19 need 18 also 16 make take 12 do 10 continue get 9 likely come
  become never win 7 go 6 only find see 5 meet give
other: 26 hand than 19 words 17 states 16 side 15 countries people 13 things types 9 issues 7 major
  platforms products 6 areas groups factors 5 features 4 people's way parts options members
also: 31 a 29 be 20 has said 17 have 16 the 12 known 11 been 8 get offers 7 called help made won offer 6
  use includes provides helps 5 not an in
he: 139 said 71 was 60 has 55 is 40 would 33 had 18 added will 17 says 16 did 15 also 12 told 10 could
  and can doesn't 8 does 7 wrote didn't wants 6 made called
she: 154 said 73 has 63 was 52 is 35 had 28 would 24 will 21 did 16 also 14 and added 12 says 11 wrote 10
  could told 9 didn't 7 can should 6 does went wants wanted
his: 31 own 16 wife 13 home 12 first candidacy 9 support 8 father 7 family 6 rivals name 5 team work
  political bid comments party's presidency message way new 4 speech personal
you: 136 can 48 have 39 to 38 are 35 need 30 want 28 don't 26 will 24 know 22 may 21 should 16 get 15
  could 14 can't might 13 do 8 and think 7 the a 6 would use
we: 102 have 80 are 55 can 41 need 40 will 27 don't 24 were 21 know 20 do want 17 should 14 had 13 could
  11 would also 10 believe think 9 all get can't use didn't
would: 192 be 101 have 48 not 22 like 16 make 12 do take 10 also 9 say support 8 you require need vote 7
  probably go bring love 6 come consider raise give
`

/** What goes before a word, in thousandths of its uses: the commonest only. */
const previousTable = `
and: 6 in 4 time
the: 97 of 84 in 45 to 38 on 30 for 26 at 25 and 21 with 19 that 17 from 14 is 13 by 12 as 9 about 8 said
  7 into over 6 but all 5 after during was
of: 29 one 18 out 15 some part 14 lot 12 number 10 percent all secretary 9 kind 8 many 7 because most end
  6 use much instead 5 state ahead list types members
to: 21 going 18 according want 17 need 14 have 12 up 11 how 9 able 8 way trying you is 6 not 5 likely
  time access back it ability used 4 and try
in: 14 said 9 and 6 is 5 role up people 4 it but are
a: 56 in 47 is 39 as 36 of 35 for 32 with 31 to 24 and 19 have 18 on at 15 be 13 was 10 has 9 by from
  it's 8 into 6 not like had that
that: 22 is 21 said 20 and 10 of 8 in but 7 fact so say 6 found think know 5 one clear noted suggested
  something with do believe show ensure
for: 12 vote 11 support 9 looking up 7 and best 6 look need 5 pay known 4 time called responsible
is: 64 it 51 this 31 that there 26 he 21 which 17 who 16 what 15 and 9 she 5 here
on: 29 based 22 focus 12 depending focused 9 attacks said 7 working is and 6 down it up 5 take in went
  going focusing 4 be impact
with: 16 along 11 up 9 associated work interview working deal 8 and 7 start 6 compared 5 it do worked
  familiar people meeting relationship comes 4 them come connect but
it: 35 that 29 but 27 and 23 when 20 make 18 of as said 16 if 13 because do making about 10 on with what
  9 made makes 8 so to use 7 for
as: 87 such 32 well 13 known 12 just it 10 even 9 much 8 and seen 7 him 6 them serve but 5 served soon
  that long is not himself 4 in
are: 79 there 69 they 45 you 42 we 40 that 32 who 18 people 15 these here 13 and 9 which 7 what 5
  companies products
be: 275 to 123 will 117 can 81 would 62 should 49 may 44 could 33 not 28 might 23 must 12 also 10 won't 8
  you'll 7 cannot can't 6 and 4 only
at: 36 look 13 said 11 is 10 looking and 6 in was or that 5 up looked are them out it professor 4 be
this: 71 in 42 of 23 for 22 on 19 at 18 to 16 that earlier 14 with 12 like 11 do 9 but 8 said 7 about and
  6 from is if as 5 use all it
from: 24 away 10 support benefit 9 come 8 everything 7 coming 6 far comes and range different came money
  5 made it down 4 people choose
by: 10 used 9 led 7 followed made 6 start and backed driven off reported step 5 in caused hosted up
  supported but 4 created out developed is order
have: 69 to you 64 we 48 would 40 they 30 who 26 that 25 may 23 will don't 20 not 15 and 13 should could
  11 might 8 doesn't also people can 6 didn't you'll 5 which
has: 74 he 52 who 39 it 37 that 33 she 29 and 20 which 9 also 6 this what 5 now there 4 still
not: 108 is 69 did 45 are 44 it's 43 does do 39 was 30 will 29 may 24 would 21 and but 20 has 16 or 15
  have 14 were could you're that's 11 if 10 might had
but: 19 said 9 it 8 in all 6 year 5 that time
an: 90 in 54 is 46 of 44 as 37 with 33 to 28 for 22 and 18 on 16 was 15 be 14 have 13 at 12 by 11 from 10
  not 9 it's during 7 has or had 6 into
was: 114 it 92 he 33 who 32 that 31 there she 14 which this 13 and 10 what 5 price 4 said
they: 64 that 48 said 45 as 39 if 36 and 30 but because what 27 say 25 when 20 where 19 how 13 so 11
  before 10 than 7 whether 6 saying 5 do who think time though
which: 95 in 28 of 13 and 11 on to 9 for 7 at 6 system know 5 by with during
or: 9 one 7 and 5 whether up easy
their: 79 of 66 in 50 for 45 to 41 on 33 and with 17 about 13 that 12 as 11 at 10 from up 9 by 8 into
  through 7 make 6 is 5 change get have 4 because
were: 117 they 53 there 46 we 37 that 33 who 21 people 20 you 11 and percent 8 it which 6 reviews
  officials these results 5 men he 4 things she votes said
its: 84 of 69 in 60 for 46 to 45 and 37 with 33 on 21 from 20 is 17 at 13 as 12 that 9 by has 8 but 7
  through into about since 6 have all 5 up
been: 354 has 267 have 101 had 23 not 18 it's 14 never 13 also 12 long 11 we've you've always 9 already 8
  hasn't he's 7 having 6 now ever she's 5 that's they've 4 often
had: 98 he 64 who 39 she 36 they 24 that 22 have 21 we it has 14 and 10 you 9 which 8 never 6 people 5
  also already we've ever 4 father
will: 56 it 53 you 50 that 35 we 31 he 26 they 21 and 18 who 15 she 14 this which 12 there 5 people the 4
  but
other: 195 and 132 the 46 in 36 any 35 each with 32 of 31 to or 24 many 15 on for 13 from 12 no among 11
  some every 10 by two 9 than that all
also: 78 is 73 can 49 but 44 it 40 are 39 he 34 has 27 will they 22 was 21 it's 17 and 15 she we 14 have
  11 may should 10 could would 9 were 8 you'll 6 there's
he: 102 that 66 said 30 but 28 and 27 when 26 if 25 as 18 what 13 because 12 which where 10 says 9
  whether 8 how after though 7 in 6 saying 5 time it while think
she: 93 that 65 said 32 when 29 as and 26 if 25 but 14 what which 13 because 11 where 9 says think 8
  whether how it 7 time 6 though saying while after 5 or
his: 113 of 73 in 58 and 42 to 33 on 32 for 28 with 24 that 21 about 20 from 12 as at 11 by said 10
  during 9 over after 8 up but 6 was 4 made
you: 110 if 39 that 36 when 31 help 22 for 20 what 19 and 18 do 17 as so 12 to but 11 where 8 allows how
  helps 7 tell once before 6 give with 5 are
we: 70 that 53 and 35 what 28 as 24 if 19 said 18 but 16 how think 15 when 12 so 11 because 10 do 9 where
  8 which 6 way why 5 can now then 4 world here
would: 102 he 83 it 81 that 45 they 27 she 19 you 18 who 14 we and 10 what which 8 plan 6 this people 5
  one but said
`

const ratesByWord = readRates(ratesTable)
const nextByWord = readNeighbours(nextTable)
const previousByWord = readNeighbours(previousTable)

/** Words whose neighbours are known: function words. */
export const functionWords: readonly string[] = [...nextByWord.keys()]

/** Uses per million words, or null for a word that is not common. */
export function wordRate(word: string): number | null {
  return ratesByWord.get(word) ?? null
}

/** The probability that `word` follows a use of `of`; for a pair not listed, what chance would give, and little more. */
export function nextRate(of: string, word: string): number {
  return neighbourRate(nextByWord, of, word)
}

/** The probability that `word` goes before a use of `of`. */
export function previousRate(of: string, word: string): number {
  return neighbourRate(previousByWord, of, word)
}

type Neighbours = ReadonlyMap<string, ReadonlyMap<string, number>>

const unlistedRateMax = 0.004
const unlistedRateMin = 0.0002

function neighbourRate(neighbours: Neighbours, of: string, word: string): number {
  const listed = neighbours.get(of)?.get(word)
  if (listed !== undefined) return listed / 1000
  return Math.min(unlistedRateMax, Math.max(unlistedRateMin, (ratesByWord.get(word) ?? 0) / 1e6))
}

function readRates(table: string): ReadonlyMap<string, number> {
  const rates = new Map<string, number>()
  let rate = 0
  for (const item of table.split(/\s+/)) {
    if (/^\d+$/.test(item)) rate = Number(item)
    else if (item !== "") rates.set(item, rate)
  }
  return rates
}

function readNeighbours(table: string): Neighbours {
  const neighbours = new Map<string, Map<string, number>>()
  let rates = new Map<string, number>()
  let share = 0
  for (const item of table.split(/\s+/)) {
    if (item.endsWith(":")) {
      rates = new Map()
      neighbours.set(item.slice(0, -1), rates)
    } else if (/^\d+$/.test(item)) share = Number(item)
    else if (item !== "") rates.set(item, share)
  }
  return neighbours
}
