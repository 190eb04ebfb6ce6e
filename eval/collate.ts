import { readFileSync } from "node:fs"
import { join } from "node:path"
import { collateWitnesses, type Witness, type WitnessToken } from "../src/collation/index.ts"
import { type EvalMeasure, type Figures, f1Of } from "./measure.ts"

type Table = readonly (readonly (string | null)[])[]

/**
 * CollateX's own expected tables, a row a witness: how many are met exactly, and how many are met or beaten in cost,
 * the sum over pairs of witnesses of the words that one has and the other lacks or prints otherwise in that row.
 */
export const collatexCases: EvalMeasure = {
  name: "collate/collatex-cases",
  needs: ["data/collation-collatex-cases"],
  run: async (sharedFolder) => {
    const path = join(sharedFolder, "data/collation-collatex-cases/alignment_cases.json")
    const cases = JSON.parse(readFileSync(path, "utf8")) as readonly { readonly table: Table }[]
    const mine = cases.map(({ table }) => tableOf(table))
    const exact = cases.filter(({ table }, at) => JSON.stringify(table) === JSON.stringify(mine[at]))
    const asCheap = cases.filter(({ table }, at) => pairCost(mine[at]!) <= pairCost(table))
    return { cases: cases.length, exact: exact.length, "exact or as cheap": asCheap.length }
  },
}

/** Our table of the witnesses of another, a row a witness. */
function tableOf(table: Table): Table {
  const witnesses = table.map((row, at) =>
    witnessOf(
      `w${at}`,
      row.filter((word) => word !== null),
    ),
  )
  const { rows } = collateWitnesses(witnesses)
  return witnesses.map((_, w) => rows.map((row) => row[w]!))
}

function witnessOf(id: string, words: readonly string[]): Witness {
  const tokens = words.map((text): WitnessToken => {
    const kind = /\p{L}/u.test(text) ? "word" : /\p{Nd}/u.test(text) ? "number" : "mark"
    return { text, form: text.toLowerCase(), kind, gap: " " }
  })
  return { id, tokens }
}

function pairCost(table: Table): number {
  let cost = 0
  table.forEach((a, at) => {
    for (const b of table.slice(at + 1)) cost += a.filter((word, column) => word !== b[column]).length
  })
  return cost
}

/** Thirteen hand copies against the alignment that people made: pairs of words that stand in one row. */
export const notreBesoin: EvalMeasure = {
  name: "collate/notre-besoin",
  needs: ["data/collation-notre-besoin"],
  run: async (sharedFolder) => {
    const path = join(sharedFolder, "data/collation-notre-besoin/alignment.json")
    const gold = JSON.parse(readFileSync(path, "utf8")) as Record<
      string,
      readonly (readonly [string, number])[]
    >
    return sameRowPairs(
      Object.keys(gold)
        .sort()
        .map((id) => gold[id]!),
    )
  },
}

function sameRowPairs(gold: readonly (readonly (readonly [string, number])[])[]): Figures {
  const witnesses = gold.map((words, w) =>
    witnessOf(
      `w${w}`,
      words.map(([word]) => word),
    ),
  )
  const { rows } = collateWitnesses(witnesses)
  const placed = witnesses.map((_, w) => rows.flatMap((row, at) => (row[w] === null ? [] : [at])))
  let [right, found, wanted] = [0, 0, 0]
  for (let a = 0; a < gold.length; a++)
    for (let b = a + 1; b < gold.length; b++) {
      const goldRows = new Map(gold[b]!.map(([, row], at) => [row, at]))
      const ownRows = new Map(placed[b]!.map((row, at) => [row, at]))
      gold[a]!.forEach(([, row], at) => {
        const labelled = goldRows.get(row)
        const own = ownRows.get(placed[a]![at]!)
        if (labelled !== undefined) wanted++
        if (own !== undefined) found++
        if (labelled !== undefined && labelled === own) right++
      })
    }
  return { ...f1Of(right, found, wanted), rows: rows.length }
}
