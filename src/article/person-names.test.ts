import fc from "fast-check"
import { expect, test } from "vitest"
import { readByline } from "./person-names.ts"

/** Draws who is named: people as they are, an alias in braces, a body in brackets. */
function check(printed: string, drawn: string, outlet: string | null = "The Sound Gazette"): void {
  const names = readByline(printed, outlet).map(({ name, kind }) =>
    kind === "person" ? name : kind === "alias" ? `{${name}}` : `[${name}]`,
  )
  expect(names.join(" + ")).toBe(drawn)
}

test("people joined in one line", () => {
  check("By Mia Holm and Per Dahl", "Mia Holm + Per Dahl")
  check("Mia Holm, Per Dahl & Eva Lund", "Mia Holm + Per Dahl + Eva Lund")
  check("Mia Holm | Per Dahl", "Mia Holm + Per Dahl")
  check("Von Jonas Berg und Eva Lund", "Jonas Berg + Eva Lund")
  check("Par Hélène Aubry et Luc d'Orval", "Hélène Aubry + Luc d'Orval")
  check("Автор: Анна Лунева и Пётр Белов", "Анна Лунева + Пётр Белов")
  check("Mia Holm, Mia Holm", "Mia Holm")
})

test("particles, initials, and what stands behind a name", () => {
  check("Written by Jan van der Meer", "Jan van der Meer")
  check("J. K. O'Dell, Jr. and P. St. Clair", "J. K. O'Dell Jr. + P. St. Clair")
  check("Rosa de la Vega y Ortiz", "Rosa de la Vega y Ortiz")
  check("Eva Lund, MD, PhD", "Eva Lund")
  check("Eva Lund, V.M.D., Per Dahl, BSc", "Eva Lund + Per Dahl")
  check("EVA LUND and PER DAHL", "EVA LUND + PER DAHL")
  check("Dr. Eva Lund", "Dr. Eva Lund")
})

test("roles, places, handles, addresses and houses are left out", () => {
  check("By Mia Holm, Senior Reporter", "Mia Holm")
  check("Mia Holm Senior Correspondent", "Mia Holm")
  check("Staff Writer Mia Holm", "Mia Holm")
  check("Mia Holm in Norrhavn and Per Dahl in Vik", "Mia Holm + Per Dahl")
  check("Mia Holm for The Sound Gazette", "Mia Holm")
  check("Mia Holm (@miaholm) mia@gazette.example", "Mia Holm")
  check("Mia Holm, Sound Gazette", "Mia Holm", "The Sound Gazette, Norrhavn")
  check("Mia Holm, Sr. Director of Operations, Norr Ferry Lines", "Mia Holm")
  check("By Mia Holm – Updated Mar 5 | Fact-checked by Eva Lund", "Mia Holm + [Updated Mar 5]")
  check("Mia HolmBusiness Columnist", "Mia Holm")
  check("30 min · 6279 words · Mia Holm", "[30 min] + Mia Holm")
  check("Guest post by Eva Lund", "Eva Lund")
  check("Senior Reporter", "")
})

test("desks, houses and accounts are bodies, a site named for its writer is not", () => {
  check("The Sound Gazette", "[The Sound Gazette]")
  check("Gazette Editorial Team", "[Gazette Editorial Team]")
  check("By Gazette Staff |", "[Gazette Staff]")
  check("web_admin", "[web_admin]")
  check("NWCK", "[NWCK]")
  check("The Ferry Watchers", "[The Ferry Watchers]")
  check("Eric Sundholm", "Eric Sundholm", "Eric Sundholm")
  check("Norr Ferries", "[Norr Ferries]", "Norr Ferries")
})

test("single names and user names are aliases", () => {
  check("By Regan", "{Regan}")
  check("ferry_fan", "{ferry_fan}")
  check("harbour88", "{harbour88}")
})

test("scripts without capitals", () => {
  check("文／山田花子記者", "山田花子")
  check("记者：王小明、李华", "王小明 + 李华")
  check("김하늘 기자", "김하늘")
  check("港町新聞社", "[港町新聞社]")
  check("ليلى حداد", "ليلى حداد")
})

test("law: names are found in what is printed, each once, without edges", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          "Mia Holm",
          "Per",
          "by",
          "and",
          ",",
          "|",
          "@per",
          "Staff",
          "(x)",
          "-",
          " ",
          "for",
          "O'",
        ),
      ),
      (pieces) => {
        const printed = pieces.join(" ")
        const names = readByline(printed)
        expect(new Set(names.map(({ name }) => name.toLowerCase())).size).toBe(names.length)
        for (const { name } of names) {
          expect(name).toBe(name.trim())
          expect(name.split(" ").every((word) => printed.includes(word))).toBe(true)
        }
      },
    ),
  )
})
