import type { Language } from "./language.ts"
import { wordsOf } from "./words-of.ts"

export const english: Language = {
  code: "en",
  functionWords: wordsOf(`
    the a an this that these those it he she they we you i his her their its our my your there here
    how what when where why who whom whose which whether if in on at as but and or nor so yet for from to of by into
    onto about against between among through after before since while although though because however meanwhile then
    also now once not no all some many most more both each every other another any several few such during until
    unless with without despite amid under over above below near behind beyond across along around within upon per
    please did do does don't is are was were be been being have has had having will would can could should may might
    must let only even still just too very him them us me himself herself itself themselves one`),
  speechVerbs: wordsOf(
    "said says say saying asked asks asking told tells telling added adds adding wrote writes writing",
  ),
  abbreviations: {
    neverLast: wordsOf(`
      mr mrs ms messrs mx dr drs prof sen sens rep reps gov govs gen col lt sgt cpl pvt capt cmdr cdr maj adm brig rev
      revs hon pres supt insp det cllr atty mt st ste ft sra sr vs v e.g i.e cf viz gens lts fr bros no-one pfc msgr`),
    seldomLast: wordsOf(`
      inc co cos corp ltd llc plc jr etc al dept depts est ave blvd rd univ assn ph.d approx oz lb lbs ext incl`),
    seldomLastCapital: wordsOf(`
      jan feb mar apr jun jul aug sept sep oct nov dec mon tues wed thurs fri ala ariz ark calif colo conn del fla ga
      ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo sask ont alta
      que`),
    beforeNumber: wordsOf("no nos p pp vol vols art arts sec secs fig figs ch para paras ca c pt ss"),
  },
}
