import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import { alignPrepared } from "./align.ts"
import { carriedChanges } from "./carried-changes.ts"
import { prepareReport, reuseReportOf } from "./reuse-report.ts"
import { traceLineage } from "./trace-lineage.ts"

const source =
  "The ferry left the old harbour at nine in the morning with forty passengers and two dogs on board. " +
  "A deckhand noticed smoke above the engine room before the island came into sight. " +
  "The captain turned back at once and asked the coast guard for a second boat to meet them."
const changed = source
  .replace("forty", "fifty")
  .replace("a second boat", "another boat")
  .replace(" at once", "")

function check(child: string, carried: number, changes: number): void {
  const prepared = (id: string, text: string) => prepareReport(reuseReportOf({ id: id as ReportId, text }))
  const [first, second] = [prepared("a", source), prepared("b", changed)]
  const [made, step] = [alignPrepared(first, second)!, alignPrepared(second, prepared("c", child))!]
  expect(carriedChanges(second.report.id, made, step)).toEqual({ carried, changes })
}

test("a copy carries on every change", () => check(`${changed} Nobody was hurt, the owner said later.`, 3, 3))

test("the source carries on none", () => check(source, 0, 3))

test("a cut that is filled up again is not carried on", () =>
  check(changed.replace("turned back", "turned back at once"), 2, 3))

test("a new word that is changed again is not carried on", () =>
  check(changed.replace("fifty", "sixty"), 2, 3))

test("a step says what it carries on of the step before", () => {
  const third = changed.replace("smoke", "fire").replace("two dogs", "three dogs")
  const report = (id: string, text: string, hour: number) =>
    reuseReportOf({ id: id as ReportId, text, published: `2031-03-0${hour}` })
  const { links } = traceLineage([report("a", source, 1), report("b", changed, 2), report("c", third, 3)])
  const step = links.find(({ a, b }) => a === "b" && b === "c")!
  expect(step.direction).toBe("a>b")
  expect(step.reasons).toContain("the other carries on 3 of 3 changes that it made in a")
  expect(links.find(({ a, b }) => a === "a" && b === "b")!.reasons.join()).not.toContain("carries on")
})
