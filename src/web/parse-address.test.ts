import { expect, test } from "vitest"
import { bridgeRecord } from "../../test/records/bridge-record.ts"
import { serverPath } from "./address.ts"
import { parseAddress, queryNames } from "./parse-address.ts"
import { viewRecord } from "./record-view.ts"

const view = viewRecord(bridgeRecord)

/** The path that stands for what a path means: states that do not exist, and fields of no meaning, are gone. */
function plainPath(path: string): string | null {
  const { pathname, searchParams } = new URL(path, "http://x")
  const address = parseAddress(view, pathname, searchParams)
  return address && serverPath(address, view.slugs)
}

const story = "/s/tarn-bridge"

test.each<[string, string | null]>([
  [`${story}/q/1?base=MOR1&view=graph`, `${story}/q/1?base=MOR1&view=graph`],
  [`${story}/q/1?base=NONE&view=mobile`, `${story}/q/1`],
  [`${story}/q/0`, null],
  [`${story}/lineage?min=30&copies=shown`, `${story}/lineage?min=30&copies=shown`],
  [`${story}/lineage?min=0&copies=yes`, `${story}/lineage`],
  [`${story}/lineage?min=900`, `${story}/lineage`],
  [`${story}/history?page=MOR1&from=2&to=1`, `${story}/history?page=MOR1&from=1&to=2`],
  [`${story}/history?page=MOR1&from=1&to=7`, `${story}/history`],
  [
    `${story}/compare?base=LOR1&with=MOR1&rows=all&trivial=shown`,
    `${story}/compare?base=LOR1&with=MOR1&rows=all&trivial=shown`,
  ],
  [`${story}/compare?base=LOR1&with=LOR1,MOR1&add=NEW1&rows=x`, `${story}/compare?base=LOR1&with=MOR1,NEW1`],
])("%s", (path, expected) => {
  expect(plainPath(path)).toBe(expected)
  for (const [name] of new URL(expected ?? "/", "http://x").searchParams)
    expect(queryNames(new URL(path, "http://x").pathname)).toContain(name)
})
