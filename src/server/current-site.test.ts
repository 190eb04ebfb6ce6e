import { expect, test } from "vitest"
import { pageQuery } from "./current-site.ts"

test.each([
  ["/s/a/compare?base=A1&with=B1&add=C1&junk=1", "base=A1&with=B1&add=C1"],
  ["/s/a/compare.json?with=B1&base=A1", "base=A1&with=B1"],
  ["/s/a/lineage?min=30&copies=shown&base=A1", "min=30&copies=shown"],
  ["/s/a/q/2?view=grid&q=x", "view=grid"],
  ["/search?q=a+b&q=c&from=2", "q=a+b&q=c"],
  ["/s/a/history?page=p&from=1&to=2&q=x", "page=p&from=1&to=2"],
  ["/s/a?view=grid", ""],
  ["/r/A1?q=junk", ""],
  ["/?from=50", ""],
])("of %s it matters that %s", (address, kept) => {
  const { pathname, searchParams } = new URL(address, "http://localhost")
  expect(pageQuery(pathname, searchParams).toString()).toBe(kept)
})

test("what matters is cut where it is endless", () => {
  const query = new URLSearchParams({ q: "x".repeat(100_000) })
  expect(pageQuery("/search", query).toString().length).toBeLessThan(3_000)
})
