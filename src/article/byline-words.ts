const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ""))

/** Words that the name of a desk, a house or an institution holds and a person's name does not. Lower case. */
export const bodyWords: ReadonlySet<string> = words(`
  staff newsroom newsdesk desk team teams crew news press agency agencies times post herald tribune gazette daily weekly
  monthly courier chronicle observer examiner inquirer journal radio television tv media network magazine bureau online
  digital service services wire board editorial editors reporters correspondents writers contributors authors
  redaktion redazione redacción redaccion redacao redação rédaction redakcja redactie redaksi redakce redaksjon
  redaktionen szerkesztőség редакция редакція associated reuters afp dpa ap pti ani ians upi tass bbc cnn abc cbs nbc
  npr com www org net inc llc ltd gmbh co corp plc university college school academy institute institution hospital
  clinic center centre ministry department office agency authority association society foundation council committee
  commission federation union club church bank group company companies corporation government police museum library
  laboratory labs studio studios solutions systems technologies software consulting marketing insurance realty
  forum community blog website site newsletter podcast channel tips guide guides strategy design style trends bugs
  products business finance financial health care dental law legal travel sports sport entertainment politics
  technology science education world national international global photos photo photographs photograph images image
  pictures video videos subscribe minutes minute min mins read comments comment share view profile more about follow
  contact updated update published posted category categories uncategorized tags archive archives home advertisement
  source sources copyright reserved rights policy privacy support customer product sponsored partner advertorial
`)

/** Words of what a person does for the paper or elsewhere: beside a name they are no part of it. Lower case. */
export const roleWords: ReadonlySet<string> = words(`
  reporter correspondent writer editor columnist contributor author journalist producer photographer photojournalist
  anchor host presenter critic blogger freelance freelancer guest staff senior junior chief managing executive deputy
  assistant associate contributing special political foreign investigative features director president founder
  cofounder co-founder ceo cto cfo coo cmo manager analyst specialist consultant strategist engineer developer
  professor lecturer researcher scientist fellow principal head vice lead owner partner intern member expert
  physician nutritionist dietitian attorney lawyer redakteur redakteurin reporterin korrespondent korrespondentin
  autor autorin journaliste rédacteur rédactrice correspondant correspondante periodista corresponsal redactor
  redactora giornalista redattore redattrice inviato redacteur verslaggever correspondente jornalista repórter
  redator redatora журналист корреспондент обозреватель редактор dziennikarz redaktor publicysta
`)

/** Names of accounts that stand for nobody in particular. Lower case. */
export const accountNames: ReadonlySet<string> = words(`
  admin administrator webmaster web-admin guest user anonymous editor editors staff author root moderator system
  wordpress default unknown none null undefined contributor writer reporter team newsroom redaktion redazione
  redacción redaccion redação redactie redakcja redaksi админ администратор редакция anonym anonyme anónimo n/a
`)

/** Parts of names that stand in small letters. Lower case. */
export const nameParticles: ReadonlySet<string> = words(`
  de da di do dos das du del della delle degli dei la le lo les el al as van von vom zu zum zur der den ter ten het op
  bin ibn ben bint bat binti af av y e i abu mac o' ap ab und d' d’ l' l’ 't ’t na
`)

/** Degrees and the like behind a name, without full stops. */
export const credentialWords: ReadonlySet<string> = words(`
  md phd do dds dmd dvm vmd jd llb llm mba mpa mph msc ma ms ba bs bsc bfa mfa med edd psyd pharmd rn rd rdn ldn np
  pa-c dpt cpa cfa cfp cepf chfc cscs cpt esq frcp facs faclm facp dacvb lcsw lmft lpc obe mbe cbe phr sphr pmp pe
  aia leed lvt vts mrcp ccrn fnp aprn dnp cns cdces ma(ed) meng beng mphil dphil mp mep kc qc
`)
