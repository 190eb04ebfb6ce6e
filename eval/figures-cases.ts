import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "../src/base/index.ts"

/** One labelled sentence of figures-dates-recognizers. */
export interface RecognizerCase {
  /** The file's name: "DateExtractor", "CurrencyModel". */
  readonly model: string
  readonly input: string
  /** ISO 8601 day and minute of "now", or null. */
  readonly today: string | null
  readonly wanted: readonly WantedEntity[]
  /** True for the quarter that nobody looked at while rules were written: by the hash of the input. */
  readonly blind: boolean
}

export interface WantedEntity extends Span {
  /** "number", "currency", "date", "daterange" …, without the set's own prefix. */
  readonly type: string
  /** The values that count as right, any of them; empty where the set gives none. */
  readonly values: readonly string[]
}

type Json = { readonly [key: string]: unknown }

/** The cases that the set's own engine supports in any language: `NotSupported*` ones are skipped, as it asks. */
export function readCases(folder: string): readonly RecognizerCase[] {
  const cases: RecognizerCase[] = []
  for (const group of readdirSync(folder).sort()) {
    for (const file of readdirSync(join(folder, group)).sort()) {
      if (!file.endsWith(".json")) continue
      const rows = JSON.parse(
        readFileSync(join(folder, group, file), "utf8").replace(/^\ufeff/, ""),
      ) as Json[]
      for (const row of rows) {
        if (Object.keys(row).some((key) => key.startsWith("NotSupported"))) continue
        cases.push(caseOf(file.replace(/\.json$/, ""), row))
      }
    }
  }
  return cases
}

function caseOf(model: string, row: Json): RecognizerCase {
  const input = row.Input as string
  const context = (row.Context ?? {}) as Json
  const today = typeof context.ReferenceDateTime === "string" ? context.ReferenceDateTime : null
  const wanted = ((row.Results ?? []) as Json[]).map(entityOf)
  const blind = Number.parseInt(createHash("sha256").update(input).digest("hex").slice(0, 8), 16) % 4 === 3
  return { model, input, today, wanted, blind }
}

function entityOf(result: Json): WantedEntity {
  const start = result.Start as number
  const end = typeof result.Length === "number" ? start + result.Length : (result.End as number) + 1
  const type = String(result.Type ?? result.TypeName).replace(/^datetimeV2\./, "")
  const resolution = (result.Value ?? result.Resolution ?? {}) as Json
  return { start, end, type, values: valuesOf(type, resolution) }
}

/** Values in one notation: a number, "start..end" of a range with its end left out, "HH:MM" of a clock. */
function valuesOf(type: string, resolution: Json): readonly string[] {
  const choices = Array.isArray(resolution.values)
    ? (resolution.values as Json[])
    : [resolution.FutureResolution, resolution.PastResolution].flatMap((choice) =>
        choice === undefined || choice === null ? [] : [choice as Json],
      )
  if (choices.length > 0) return choices.flatMap((choice) => valueOfChoice(type, choice))
  const { value } = resolution
  return value === undefined || value === null ? [] : [String(value).replace(/%$/, "")]
}

function valueOfChoice(type: string, choice: Json): readonly string[] {
  // We print minutes: seconds are cut.
  const cut = (value: unknown): string =>
    String(value)
      .replace(" ", "T")
      .replace(/(\d\d:\d\d):\d\d$/, "$1")
  if (type.endsWith("range")) {
    const [from, to] = [
      choice.start ?? choice.startDate ?? choice.startTime ?? choice.startDateTime,
      choice.end ?? choice.endDate ?? choice.endTime ?? choice.endDateTime,
    ]
    return from === undefined && to === undefined
      ? []
      : [`${from === undefined ? "" : cut(from)}..${to === undefined ? "" : cut(to)}`]
  }
  const value = choice.value ?? choice[type] ?? choice.dateTime
  return value === undefined || value === "not resolved" ? [] : [cut(value)]
}
