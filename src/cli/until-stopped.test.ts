import { expect, test } from "vitest"
import { asyncItems } from "../../test/open-desk.ts"
import { untilStopped } from "./until-stopped.ts"

test("what has come is given, and what does not come is not waited for", async () => {
  const stopping = new AbortController()
  async function* source(): AsyncGenerator<number> {
    yield 1
    yield 2
    stopping.abort()
    await new Promise(() => {})
  }
  const got: number[] = []
  for await (const item of untilStopped(source(), stopping.signal)) got.push(item)
  expect(got).toEqual([1, 2])
})

test("to its end where nothing stops it", async () => {
  const got: string[] = []
  for await (const item of untilStopped(asyncItems(["a", "b"]), AbortSignal.any([]))) got.push(item)
  expect(got).toEqual(["a", "b"])
})
