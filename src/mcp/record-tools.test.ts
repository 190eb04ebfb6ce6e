import { beforeAll, describe, expect, test } from "vitest"
import { type Answered, ask, askAll, joinedClient } from "../../test/mcp-client.ts"
import { bridgeRecord } from "../../test/records/bridge-record.ts"
import { drawRecord } from "../../test/records/drawn-record.ts"
import type { RecordDocument } from "../api/index.ts"
import { createServer, fixedSource } from "../server/index.ts"
import { documentSource } from "./document-source.ts"
import { unfence } from "./fence.ts"
import { tokensAtMost, tokensMax } from "./pack-telling.ts"

type Client = Awaited<ReturnType<typeof joinedClient>>

const clientOf = (record: RecordDocument): Promise<Client> => joinedClient(documentSource(record, ""))
/** Every question that can be asked of a story, of two of its reports and of one of its statements. */
function questions(record: RecordDocument): readonly (readonly [string, Record<string, unknown>])[] {
  const story = record.stories[0]!
  const sigla = record.reports
    .filter(({ id }) => story.reports.includes(id))
    .map(({ siglum }) => siglum)
    .filter((siglum) => /^\w+$/.test(siglum))
  const of = { story: story.id }
  return [
    ["list_stories", {}],
    ["story_overview", of],
    ["search_record", { query: "the" }],
    ["get_statement", { ...of, statement: 1 }],
    ["compare_reports", { ...of, base: sigla[0], with: sigla.slice(1, 4), all: true }],
    ["get_lineage", of],
    ["get_lineage", { ...of, report: sigla[0] }],
    ["get_history", of],
  ]
}

/** Every string of an answer, with the name of the field it stands in. */
function stringsOf(value: unknown, field = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[field, value]]
  if (Array.isArray(value)) return value.flatMap((one) => stringsOf(one, field))
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, one]) => stringsOf(one, name))
}

const outsideFences = (text: string): string => text.replace(/⟦[^⟦⟧]*⟧/g, "")

/** What people wrote, in a record, turned letter by letter into `sign`; what programs wrote stays. */
function written(record: RecordDocument, sign: string): RecordDocument {
  const kept = new Set(
    "format id siglum versionOf report reports a b members origin kind form class rule answer seen explained direction sha256 from to capturedAt".split(
      " ",
    ),
  )
  const turn = (value: unknown, field: string): unknown => {
    if (typeof value === "string") return kept.has(field) ? value : value.replace(/\p{L}/gu, sign)
    if (Array.isArray(value)) return value.map((one) => turn(one, field))
    if (value === null || typeof value !== "object") return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, turn(one, name)]))
  }
  const turned = turn(record, "") as RecordDocument
  const rules = (from: readonly { readonly from: string; readonly to: string }[]) =>
    from.map((one) => ({ ...one, from: sign, to: sign }))
  const stories = turned.stories.map((story) => ({
    ...story,
    rewrites: story.rewrites.map((one) => ({ ...one, rules: rules(one.rules) })),
  })) as unknown as RecordDocument["stories"]
  return { ...turned, stories }
}

describe("the tools", () => {
  let client: Client
  const story = bridgeRecord.stories[0]!
  beforeAll(async () => {
    client = await clientOf(bridgeRecord)
  })

  test("there are eight, they only read, and take nothing that they do not know", async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      "list_stories",
      "story_overview",
      "search_record",
      "get_statement",
      "compare_reports",
      "get_lineage",
      "get_history",
      "get_sentence",
    ])
    for (const { annotations, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
      expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false })
    }
    expect(client.getInstructions()).toContain("get_sentence")
  })

  test("a sentence is told as the report printed it, with what a citation needs", async () => {
    const found = await ask(client, "search_record", { query: "divers 43" })
    const { sentence } = found.json!.items![0]!
    const told = (await ask(client, "get_sentence", { sentence })).json!
    expect(told).toMatchObject({
      words:
        "⟦The Tarn Bridge was closed on Monday night after divers found 43 cracks in its eastern piers.⟧",
      outlet: "⟦Morning Ledger⟧",
      title: "⟦Bridge shut after divers find cracks⟧",
      published: "2031-03-04T08:30:00+01:00",
      number: 1,
    })
  })

  test("every sentence named can be asked for, and says what was told of it", async () => {
    for (const [name, asked] of questions(bridgeRecord)) {
      const cited = (await askAll(client, name, asked)).flatMap(({ json }) => citedIn(json))
      for (const { sentence, words } of cited.slice(0, 40)) {
        const told = (await ask(client, "get_sentence", { sentence })).json!
        expect(told.sentence, name).toBe(sentence)
        if (typeof words !== "string") continue
        expect(unfence(String(told.words))).toContain(unfence(words).slice(0, 25))
      }
    }
  })

  test("every address is one that the server answers, and every place is on its page", async () => {
    const server = createServer(fixedSource(bridgeRecord), { assets: [] })
    const pages = await Promise.all(
      questions(bridgeRecord).map(([name, asked]) => askAll(client, name, asked)),
    )
    const addresses = new Set(
      pages
        .flat()
        .flatMap(({ json }) => stringsOf(json))
        .flatMap(([field, text]) => (field === "address" ? [text] : [])),
    )
    expect(addresses.size).toBeGreaterThan(20)
    for (const address of addresses) {
      const [path, fragment] = address.split("#")
      const answer = await server.request(path!, { headers: { host: "localhost" } })
      expect(answer.status, address).toBe(200)
      if (fragment !== undefined) expect(await answer.text(), address).toContain(`id="${fragment}"`)
    }
  })

  test("what cannot be answered is said in one line", async () => {
    const of = { story: story.id }
    const asked: readonly (readonly [string, object])[] = [
      ["story_overview", { story: "nowhere" }],
      ["story_overview", { ...of, part: "verdict" }],
      ["story_overview", { ...of, extra: 1 }],
      ["story_overview", { ...of, cursor: "3-000000000000" }],
      ["search_record", { query: " " }],
      ["search_record", { query: "x".repeat(201) }],
      ["get_statement", { ...of, statement: 999 }],
      ["compare_reports", { ...of, base: "LOR1", with: ["LOR1"] }],
      ["compare_reports", { ...of, base: "LOR1", with: ["XYZ9"] }],
      ["get_sentence", { sentence: "0000000000000000:0" }],
      ["get_sentence", { sentence: "../../etc/passwd" }],
    ]
    for (const [name, given] of asked) {
      const { isError, text } = await ask(client, name, given)
      expect(isError, `${name} ${JSON.stringify(given)}`).toBe(true)
      expect(text).toMatch(/^[^\n]{10,400}$/)
    }
  })

  test("a story's document is a resource, and the link to it stands beside what is told of it", async () => {
    const { content } = await ask(client, "story_overview", { story: story.id })
    const uri = `variorum://story/${story.id}`
    expect(content.at(-1)).toMatchObject({ type: "resource_link", uri, mimeType: "application/json" })
    expect((await client.listResources()).resources).toMatchObject([{ uri }])
    const [read] = (await client.readResource({ uri })).contents
    expect(JSON.parse(String(read && "text" in read ? read.text : ""))).toMatchObject({
      format: "variorum-record/1",
      stories: [{ id: story.id }],
    })
    await expect(client.readResource({ uri: "variorum://story/nowhere" })).rejects.toThrow(
      "There is no story",
    )
  })
})

describe("law", () => {
  /** Of every question the pages to the last, and a sentence of them. */
  async function allTold(record: RecordDocument): Promise<readonly Answered[]> {
    const client = await clientOf(record)
    const told: Answered[] = []
    for (const [name, asked] of questions(record)) told.push(...(await askAll(client, name, asked)))
    const sentences = told.flatMap(({ json }) => citedIn(json)).slice(0, 10)
    for (const { sentence } of sentences) told.push(await ask(client, "get_sentence", { sentence }))
    return told
  }

  test("no word of a report stands outside a fence", async () => {
    for (const { json } of await allTold(written(bridgeRecord, "Ж")))
      for (const [field, text] of stringsOf(json)) expect(outsideFences(text), field).not.toContain("Ж")
  })

  test("no report closes its fence or hides words in it", async () => {
    for (const sign of ["⟧", "\u202e", "\udb40"])
      for (const { json } of await allTold(written(bridgeRecord, sign)))
        for (const [field, text] of stringsOf(json)) {
          expect(outsideFences(text), field).not.toMatch(/[⟦⟧]/)
          expect(text, field).not.toMatch(/[\u202e\ud800-\udfff]/u)
        }
  })

  test("no result is longer than it may be, and the pages tell everything once", async () => {
    const record = drawRecord(90)
    const client = await clientOf(record)
    const { statements, disagreements, reports } = record.stories[0]!
    const pages = await askAll(client, "story_overview", { story: record.stories[0]!.id })
    const parts = pages.flatMap(({ json }) => json!.items!.map(({ part }) => part))
    const counted = (part: string): number => parts.filter((one) => one === part).length
    expect(pages.length).toBeGreaterThan(1)
    expect([counted("statements"), counted("differences"), counted("reports")]).toEqual([
      statements.length,
      disagreements.length,
      reports.length,
    ])
    const lineage = await askAll(client, "get_lineage", { story: record.stories[0]!.id })
    const wide = await allTold(written(bridgeRecord, "語"))
    for (const { content } of [...pages, ...lineage, ...wide])
      expect(tokensIn(content)).toBeLessThanOrEqual(tokensMax)
  })
})

function tokensIn(content: Answered["content"]): number {
  return content.reduce(
    (sum, one) => sum + tokensAtMost(one.type === "text" ? one.text : JSON.stringify(one)),
    0,
  )
}

function citedIn(value: unknown): readonly { readonly sentence: string; readonly words: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(citedIn)
  if (value === null || typeof value !== "object") return []
  const own =
    "sentence" in value && typeof value.sentence === "string"
      ? [{ sentence: value.sentence, words: "form" in value ? null : (value as { words?: unknown }).words }]
      : []
  return [...own, ...Object.values(value).flatMap(citedIn)]
}
