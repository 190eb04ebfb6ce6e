import fc from "fast-check"
import { expect, test } from "vitest"
import { readPlainText } from "./read-plain-text.ts"

/** Draws what was read: the fields that were found, then each set-aside stretch with its kind. */
function check(text: string, drawn: readonly string[]): void {
  const { title, bylines, published, modified, outlet, furniture, credits } = readPlainText(text)
  const lines = [`title ${title}`]
  if (bylines.length > 0) lines.push(`by ${bylines.join(" + ")}`)
  if (published) lines.push(`published ${published}`)
  if (modified) lines.push(`modified ${modified}`)
  if (outlet) lines.push(`outlet ${outlet}`)
  for (const { start, end, kind } of furniture) lines.push(`${kind}: ${text.slice(start, end)}`)
  for (const { kind, names } of credits) lines.push(`credit ${kind} ${names.join(" + ")}`.trimEnd())
  expect(lines).toEqual(drawn)
}

const body =
  "The old ferry stopped in the middle of the sound on Tuesday evening, and its 84 passengers spent the night aboard."
const more =
  "“Nobody told us anything until the morning,” said Ada Lindqvist, who had been on her way home from the market."

test("a head with name and date on lines of their own", () =>
  check(`Ferry adrift in the sound\n\nJonas Berg\nMay 3, 2019\n\n${body}\n\n${more}`, [
    "title Ferry adrift in the sound",
    "by Jonas Berg",
    "published 2019-05-03",
    "byline: Jonas Berg",
    "byline: May 3, 2019",
  ]))

test("a head of section, byline, labelled date and the title twice", () =>
  check(
    `Published: Fri, May 3, 2019\nHarbour | By Mia Holm\n\nFerry adrift\n\nFerry adrift\n\n${body}\n\n${more}\n\nLike this:`,
    [
      "title Ferry adrift",
      "by Mia Holm",
      "published 2019-05-03",
      "byline: Published: Fri, May 3, 2019",
      "byline: Harbour | By Mia Holm",
      "boilerplate: Ferry adrift",
      "share: Like this:",
    ],
  ))

test("a handle, a time with its zone, share words and a picture of the house's own", () =>
  check(
    `Ferry adrift\nBy\nJonas Berg@jberg May 3, 2019, 4:09pm EDT\nSHARE\nIllustration by Eva Lund / The Sound Gazette\n${body}\n${more}`,
    [
      "title Ferry adrift",
      "by Jonas Berg",
      "published 2019-05-03T16:09-04:00",
      "outlet The Sound Gazette",
      "byline: By",
      "byline: Jonas Berg@jberg May 3, 2019, 4:09pm EDT",
      "share: SHARE",
      "caption: Illustration by Eva Lund / The Sound Gazette",
    ],
  ))

test("a picture agency is no outlet", () =>
  check(`Ferry adrift\nPhoto by Eva Lund / Getty Images\n${body}`, [
    "title Ferry adrift",
    "caption: Photo by Eva Lund / Getty Images",
  ]))

test("the end: a link, the date of first printing, headings over nothing and the house's talk", () =>
  check(
    `Ferry adrift\n\n${body}\n\nRelated: Five ferries that never came home\n\n${more}\n\nFirst published May 3, 2019: 7:25 PM ET\n\nAbout The Author\n\nSome of our readers\n\nWe welcome your thoughts; comments may be moderated.`,
    [
      "title Ferry adrift",
      "published 2019-05-03T19:25",
      "link: Related: Five ferries that never came home",
      "byline: First published May 3, 2019: 7:25 PM ET",
      "boilerplate: About The Author",
      "boilerplate: Some of our readers",
      "comment: We welcome your thoughts; comments may be moderated.",
    ],
  ))

test("whose text it is", () =>
  check(`NORRHAVN, May 3 (Reuters) - ${body}\n\n${more}\n\nReporting by Mia Holm; editing by Per Dahl`, [
    "title null",
    "by Mia Holm",
    "dateline: NORRHAVN, May 3 (Reuters) -",
    "byline: Reporting by Mia Holm; editing by Per Dahl",
    "credit dateline Reuters",
    "credit reported-by Mia Holm",
  ]))

test("prose alone stays whole", () => {
  check(`${body}\n\n${more}`, ["title null"])
  check("", ["title null"])
  check(
    "Share prices fell at the harbour company on Tuesday after the ferry was towed in, its owners said.",
    ["title null"],
  )
})

test("a consent banner and a menu above the title", () =>
  check(
    `Skip to content\nMenu\nWe value your privacy\nWe and our partners use cookies, and you may change your choices at any time.\nAccept all\nFerry adrift in the sound\nBy Mia Holm\n${body}\n${more}`,
    [
      "title Ferry adrift in the sound",
      "by Mia Holm",
      "boilerplate: Skip to content",
      "boilerplate: Menu",
      "boilerplate: We value your privacy",
      "boilerplate: We and our partners use cookies, and you may change your choices at any time.",
      "boilerplate: Accept all",
      "byline: By Mia Holm",
    ],
  ))

test("Markdown: front matter, emphasis, pictures and links", () =>
  check(
    `---\ntitle: Ferry adrift\nauthor: Mia Holm\ndate: 2019-05-03\n---\n\n![The ferry](a.jpg)\n\n${body}\n\n## A long night\n\n${more}\n\n[Home](/) | [News](/news)`,
    [
      "title Ferry adrift",
      "by Mia Holm",
      "published 2019-05-03",
      "boilerplate: ---",
      "boilerplate: title: Ferry adrift",
      "boilerplate: author: Mia Holm",
      "boilerplate: date: 2019-05-03",
      "boilerplate: ---",
      "caption: ![The ferry](a.jpg)",
      "link: [Home](/) | [News](/news)",
    ],
  ))

test("a box in the body, and what is said of the writer at the end", () =>
  check(
    `Ferry adrift\n\nBy Mia Holm\n\n${body}\n\nSign up to our newsletter\n\nEvery morning at seven\n\nEnter your email address\n\n${more}\n\nMia Holm is a reporter for The Sound Gazette.`,
    [
      "title Ferry adrift",
      "by Mia Holm",
      "byline: By Mia Holm",
      "boilerplate: Sign up to our newsletter",
      "boilerplate: Every morning at seven",
      "boilerplate: Enter your email address",
      "byline: Mia Holm is a reporter for The Sound Gazette.",
    ],
  ))

test("a subheading between paragraphs is no furniture", () =>
  check(`Ferry adrift\n\n${body}\n\nA long night\n\n${more}`, ["title Ferry adrift"]))

test("law: blocks are in order, apart, and cover all that is printed; furniture lies in the text", () => {
  const line = fc.constantFrom(
    body,
    more,
    "",
    "Share",
    "May 3, 2019",
    "By Mia Holm",
    "Related: x",
    "x",
    "“",
    "\u2028",
    "\r\n",
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(line, fc.string({ unit: "grapheme", maxLength: 40 })), { maxLength: 14 }),
      (lines) => {
        const text = lines.join("\n")
        const { blocks, furniture } = readPlainText(text)
        let covered = ""
        let at = 0
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          covered += text.slice(at, start)
          at = end
        }
        expect((covered + text.slice(at)).trim().replace(/[\u0085\u200b]/g, "")).toBe("")
        for (const [index, { start, end }] of furniture.entries()) {
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          if (index > 0) expect(start).toBeGreaterThanOrEqual(furniture[index - 1]!.end)
        }
      },
    ),
  )
})

test("writers are named above, by a signature, by a credit, by what they are below", () => {
  const title = "title Ferry adrift in the sound"
  const head = (lines: string): string => `Ferry adrift in the sound\n\n${lines}\n\n${body}\n\n${more}`
  const tail = (line: string): string => `Ferry adrift in the sound\n\n${body}\n\n${more}\n\n${line}`
  check(head("Mia Holm\nHarbour Correspondent"), [
    title,
    "by Mia Holm",
    "byline: Mia Holm",
    "caption: Harbour Correspondent",
  ])
  check(head("Author: Mia Holm"), [title, "by Mia Holm", "byline: Author: Mia Holm"])
  check(tail("— Mia Holm in Norrhavn"), [title, "by Mia Holm", "byline: — Mia Holm in Norrhavn"])
  check(tail("Mia Holm is a reporter at the Sound Gazette."), [
    title,
    "by Mia Holm",
    "byline: Mia Holm is a reporter at the Sound Gazette.",
  ])
  check(tail("(Reporting by Mia Holm in Norrhavn; Editing by Eva Lund)"), [
    title,
    "by Mia Holm",
    "byline: (Reporting by Mia Holm in Norrhavn; Editing by Eva Lund)",
    "credit reported-by Mia Holm",
  ])
  check(tail("Editing by Eva Lund"), [title, "byline: Editing by Eva Lund", "credit reported-by Eva Lund"])
})
