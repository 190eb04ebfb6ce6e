import { expect, test } from "vitest"
import { madeReport } from "../../test/made-report.ts"
import { findStrangers } from "./find-strangers.ts"

const other =
  "The Tollan dam lost its spillway gate on Monday, and the valley of Osk was cleared, the dam's keeper said.\nThe engineer Runa Velt had warned the Tollan company of the rust on the spillway gate."

/** Finds the strangers of a report beside another one of its story, drawn between brackets. */
function check(drawn: string, beside: readonly string[] = [other]): void {
  const text = drawn.replace(/[[\]]/g, "")
  const reports = [madeReport("a", text), ...beside.map((text, i) => madeReport(`b${i}`, text))]
  let shown = ""
  let at = 0
  for (const { report, start, end } of findStrangers(reports)) {
    expect(report).toBe("a")
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  expect(shown + text.slice(at)).toBe(drawn)
}

const before =
  "The spillway gate of the Tollan dam gave way on Monday, and 900 people left the valley of Osk by night.\nRuna Velt, the engineer, said that she had written to the Tollan company about the rust three times."
const after =
  "The Tollan company did not say whether it had answered the engineer, and promised a new gate for the dam by autumn.\nThe people of Osk may go home on Friday, the keeper of the dam said, if the water keeps falling as it has since Tuesday."

test("a headline set into the text, with the sentences after it", () =>
  check(
    `${before}\n[Sequin thief strikes again at Palmero carnival]\n[The thief took forty sequined capes from a Palmero wardrobe. Dancers wept.]\n${after}`,
  ))
test("a headline with two paragraphs that hang together", () =>
  check(
    `${before}\n[Sequin thief strikes again at Palmero carnival]\n[The thief took forty sequined capes from a wardrobe in the old carnival hall.]\n[Dancers sewed new capes until dawn so that the carnival could parade.]\n${after}`,
  ))
test("a crosshead on the story itself", () =>
  check(
    `${before}\nA letter about rust\nThe engineer wrote of flaking hinges and a seized winch, and asked that the spillway be drained.\n${after}`,
  ))
test("a crosshead over people who are new to the story", () =>
  check(
    `${before}\nWho keeps the gates\nThe hinges were last greased by Bertil Omand, a mechanic whom the Tollan company let go in March.\n${after}`,
  ))
test("a foreign paragraph without a heading is left alone", () =>
  check(`${before}\nThe thief took forty sequined capes from a Palmero wardrobe. Dancers wept.\n${after}`))
test("a heading whose sentences are the story's own", () =>
  check(`${before}\nSequin thief strikes again at Palmero carnival\n${after}`))
test("nothing at the end of a report, where nothing goes on", () =>
  check(
    `${before}\n${after}\nSequin thief strikes again at Palmero carnival\nThe thief took forty sequined capes from a wardrobe.`,
  ))
test("a headline that another report of the story takes up", () =>
  check(
    `${before}\nSequin thief strikes again at Palmero carnival\nThe thief took forty sequined capes from a Palmero wardrobe.\n${after}`,
    [`${other}\nPolice at the Palmero carnival, where the sequin thief struck, were sent to the valley.`],
  ))
test("a digest of several stories has no strangers", () =>
  check(
    `${before}\nSequin thief strikes again at Palmero carnival\nThe thief took forty sequined capes from a Palmero wardrobe, and left a note in violet ink that thanked the dancers for their patience.\nSnow closes the Harrand pass to lorries\nPloughs were stuck behind a jackknifed lorry on the Harrand pass, where drifts of two metres hid the marker poles.\n${after.split("\n")[0]}`,
  ))
test("a report told in sections has words of its own in each", () =>
  check(
    `${before}\nHow the gate was built\nMasons from Harrand set the granite sill, and smiths hung the chains from twin winches.\n${after}\nWhat became of the trout\nAnglers netted trout in the stilling basin and carried them upstream in milk churns.\nWhere the water went at last\nMeadows below the weir soaked up the flood, and herons waded between drowned haystacks.\n${before}`,
  ))
test("a line that announces other news", () =>
  check(
    `${before}\n[Also in the Lantern: the Palmero carnival sews its capes anew after a theft.]\n${after}`,
  ))
test("a presenter's note", () =>
  check(
    `${before}\n[We’ll have more on the families who left the valley of Osk after the headlines.] The dam holds.\n${after}`,
  ))
test("a note inside somebody's words is theirs", () => {
  const text = `${before}\n“We’ll have more on the spillway after the break,” the presenter joked.\n${after}`
  expect(findStrangers([madeReport("a", text)])).toEqual([])
})
test("a report alone can hold a stranger too", () =>
  check(
    `${before}\n[Sequin thief strikes again at Palmero carnival]\n[The thief took forty sequined capes from a Palmero wardrobe. Dancers wept.]\n${after}`,
    [],
  ))
test("nothing in, nothing out", () => expect(findStrangers([madeReport("a", "")])).toEqual([]))
