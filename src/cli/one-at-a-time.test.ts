import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "vitest"
import { oneAtATime } from "./one-at-a-time.ts"

test("asked while it runs, it runs once more, and never twice at once", async () => {
  let [runs, open, openMost] = [0, 0, 0]
  const work = oneAtATime(async () => {
    openMost = Math.max(openMost, ++open)
    await sleep(1)
    runs++
    open--
  })
  await work.settled()
  for (let n = 0; n < 5; n++) work.ask()
  await work.settled()
  expect([runs, openMost]).toEqual([2, 1])
  work.ask()
  await work.settled()
  expect(runs).toBe(3)
})

test("what it failed with is thrown where it is looked for, and it runs no more", async () => {
  let runs = 0
  const work = oneAtATime(async () => {
    runs++
    throw new Error("the disk is full")
  })
  work.check()
  work.ask()
  await expect(work.settled()).rejects.toThrow("full")
  work.ask()
  expect(() => work.check()).toThrow("full")
  expect(runs).toBe(1)
})
