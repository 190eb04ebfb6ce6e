import { expect, test } from "vitest"
import { madeArticle } from "../../test/made-article.ts"
import type { Article } from "../article/index.ts"
import { readReport } from "../language/index.ts"
import { addedWords } from "./added-words.ts"

/** A capture of a page first published on Tuesday, 4 March 2031. */
function captured(capturedAt: string, text: string, modified: string | null = null): Article {
  return madeArticle(capturedAt, text, {
    source: { kind: "file", name: "page.html", member: null, sha256: capturedAt, capturedAt },
    url: "https://gazette.example/ferry",
    published: "2031-03-04",
    modified,
    language: "en",
  })
}

const early = "The ferry sank on Monday. The board was silent."
const late = `${early}\n\nDivers reached the wreck on Monday. The harbour opened again on Tuesday.`

/** The days of the last version's times, in the order of its text. */
function check(versions: readonly Article[], ...days: readonly (string | null)[]): void {
  const { times } = readReport(versions.at(-1)!, { explain: false, added: addedWords(versions) })
  expect(times.map(({ from }) => from)).toEqual(days)
}

test("a weekday in words added later counts from the capture that has them first", () =>
  check(
    [
      captured("2031-03-04T10:00", early),
      captured("2031-03-08T10:00", early),
      captured("2031-03-12T10:00", late),
    ],
    "2031-03-03",
    "2031-03-10",
    "2031-03-11",
  ))
test("or from the day of the change that the page itself gives", () =>
  check(
    [captured("2031-03-04T10:00", early), captured("2031-04-12T10:00", late, "2031-03-12")],
    "2031-03-03",
    "2031-03-10",
    "2031-03-11",
  ))
test("but not from the day of a change that the page gave before", () =>
  check(
    [
      captured("2031-03-04T10:00", early, "2031-03-04"),
      captured("2031-03-08T12:00", early, "2031-03-08T11:00"),
      captured("2031-03-12T10:00", late, "2031-03-08T11:00"),
    ],
    "2031-03-03",
    "2031-03-10",
    "2031-03-11",
  ))
test("captures further apart than a week leave it unknown", () =>
  check([captured("2031-03-04T10:00", early), captured("2031-04-12T10:00", late)], "2031-03-03", null, null))
test("words that are there from the first on keep their day, and words changed in place the day of what they correct", () =>
  check(
    [captured("2031-03-04T10:00", early), captured("2031-03-08T10:00", early.replace("Monday", "Sunday"))],
    "2031-03-02",
  ))
test("words that stood in the second capture already count from it", () =>
  check(
    [
      captured("2031-03-04T10:00", early),
      captured("2031-03-06T10:00", late),
      captured("2031-03-12T10:00", late),
    ],
    "2031-03-03",
    "2031-03-03",
    "2031-03-04",
  ))
