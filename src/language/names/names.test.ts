import { expect, test } from "vitest"
import { type ReportId, readArticle } from "../../article/index.ts"
import { readReport } from "../read-report.ts"

/** Each name with its aliases, kind and number of mentions. */
function drawn(text: string): readonly string[] {
  const source = { kind: "stdin", name: "-", member: null, sha256: "t", capturedAt: null } as const
  const article = readArticle(
    { id: "t", source, content: { kind: "text", text, markdown: false } },
    { id: "t" as ReportId, explain: false },
  )
  return readReport(article, { explain: false }).names.map(({ name, aliases, kind, mentions }) =>
    [name, ...aliases.map((alias) => `= ${alias}`), `${kind} ${mentions.length}`].join(" "),
  )
}

function check(text: string, ...lines: readonly string[]): void {
  expect(drawn(text)).toEqual(lines)
}

test("one entry for a full name, a surname, a short first name and a nickname", () => {
  check(
    "Walter “Wat” Hobbin, 70, ran the mill. Hobbin sold it to Wat’s cousin. People miss Hobbin.",
    "Walter “Wat” Hobbin = Hobbin = Wat person 4",
  )
  check("Robert Q. Semple Jr. won. Semple sang.", "Robert Q. Semple Jr. = Semple person 2")
})

test("a mention leaves out the title, the article and the possessive", () => {
  const text = "DCI Moira Skene met the Courier’s editor, Professor Ngozi Eze."
  check(text, "Moira Skene person 1", "Courier null 1", "Ngozi Eze person 1")
})

test("bodies with joints, acronyms, and the nouns that stand for them", () => {
  check(
    "The Union of Mill and Quarry Workers will meet. UMQW members are angry, the union says. The union is small.",
    "Union of Mill and Quarry Workers = UMQW organisation 4",
  )
  check(
    "Tarn Foods and Delver Mining agree. Delver is old.",
    "Tarn Foods organisation 1",
    "Delver Mining = Delver organisation 2",
  )
  check("Orbis Ltd sank. The company, a miner, wept.", "Orbis Ltd organisation 2")
})

test("the words around a name tell its kind", () => {
  check("It snowed in Vasen. A Vasen court sat.", "Vasen place 2")
  check("“It rained,” recalled Brisco Tull.", "Brisco Tull person 1")
  check("Shares in Zentrix fell.", "Zentrix organisation 1")
  check("Nobody knew Quorn Vell.", "Quorn Vell null 1")
  check(
    "The Keating Tapes and the Clean Moors Act are long.",
    "Keating Tapes document 1",
    "Clean Moors Act document 1",
  )
  check("Elm Street is near Jebel Island.", "Elm Street place 1", "Jebel Island place 1")
})

test("demonyms, holidays, short forms, handles and common nouns with a capital are no names", () => {
  check("The French and two Germans spent Christmas Day at Easter prices, VAT and all.")
  check("The Minister praised the minister. The Board sat.")
  check("“Vote,” wrote @Tarn in #Skerry.")
})

test("a heading and copy in capitals name only whom the text names, or a full name", () => {
  check(
    "Mill Workers Blame Orsolt For Late Pay\n\nDelia Orsolt paid nobody.",
    "Delia Orsolt = Orsolt person 2",
  )
  check("HALVARD MOEN WAS SWORN IN.\n\nMoen, 58, smiled.", "HALVARD MOEN = Moen person 2")
})

test("never fails", () => {
  for (const text of [
    "",
    "A",
    "“",
    "Mr",
    "The The The",
    "U.S.",
    "O'",
    "I I I",
    "Dr. Dr. Dr.",
    "Ae & B & C & D",
  ])
    expect(Array.isArray(drawn(text))).toBe(true)
})
