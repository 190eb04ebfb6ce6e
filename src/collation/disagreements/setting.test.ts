import { expect, test } from "vitest"
import { areApart, type Setting } from "./setting.ts"

function check(a: Partial<Setting>, b: Partial<Setting>, apart: boolean): void {
  const empty: Setting = {
    times: [],
    people: [],
    isWhole: false,
    isFarOff: false,
    isWanted: false,
    isAchieved: false,
    achiever: null,
    beside: [],
    isPart: false,
    isOfAnotherTime: false,
    weekdays: [],
  }
  expect(areApart({ ...empty, ...a }, { ...empty, ...b })).toBe(apart)
  expect(areApart({ ...empty, ...b }, { ...empty, ...a })).toBe(apart)
}

const time = (from: string, to = from) => ({ times: [{ from, to }] })

test.each<readonly [string, Partial<Setting>, Partial<Setting>, boolean]>([
  ["nothing said", {}, {}, false],
  ["only one says when", time("2031-03-04"), {}, false],
  ["days of one week may be one event that went on", time("2031-03-04"), time("2031-03-10"), false],
  ["days of two months", time("2031-03-04"), time("2031-05-04"), true],
  ["two years", time("2030"), time("2028"), true],
  ["a day in the year", time("2031-03-04"), time("2031"), false],
  ["the first day of the next month", time("2031-03"), time("2031-04-02"), false],
  ["two people", { people: ["Fenn"] }, { people: ["Quill"] }, true],
  ["one of them the same", { people: ["Fenn", "Ames"] }, { people: ["Fenn"] }, false],
  ["a whole and a count", { isWhole: true }, {}, true],
  ["what is asked for and what is there", { isWanted: true }, {}, true],
  [
    "what two players score",
    { isAchieved: true, achiever: "Roe" },
    { isAchieved: true, achiever: "Ames" },
    true,
  ],
  [
    "what one player scores",
    { isAchieved: true, achiever: "Roe" },
    { isAchieved: true, achiever: "Roe" },
    false,
  ],
  ["two games by what else was scored", { beside: ["yard 10"] }, { beside: ["yard 226", "catch 2"] }, true],
  ["one game by what else was scored", { beside: ["yard 10"] }, { beside: ["yard 10", "catch 2"] }, false],
  ["a part and a whole", { isPart: true }, {}, true],
  ["last year's count and this year's", { isOfAnotherTime: true }, {}, true],
  ["two days of a week", { weekdays: ["monday"] }, { weekdays: ["wednesday"] }, true],
  ["days of which one is the same", { weekdays: ["monday"] }, { weekdays: ["monday", "sunday"] }, false],
  ["what nobody is told to score", { isAchieved: true }, { isAchieved: true }, true],
  ["long ago, and no time", { ...time("2019"), isFarOff: true }, {}, true],
  ["long ago, and long ago", { ...time("2019"), isFarOff: true }, { ...time("2019"), isFarOff: true }, false],
])("%s", (_, a, b, apart) => check(a, b, apart))
