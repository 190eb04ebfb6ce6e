import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/server/validators/ajv"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fictionalReports, openDesk } from "../../test/open-desk.ts"
import { bridgeRecord } from "../../test/records/bridge-record.ts"
import { runCommand } from "../../test/run-command.ts"
import { PoliteFetcher } from "../net/index.ts"
import { createAccess } from "./access.ts"
import { Accounts } from "./accounts.ts"
import { ArchiveDesk } from "./archive-desk.ts"
import { createServer, serverRoutes } from "./create-server.ts"
import { openApiDocument, routeOperations } from "./describe-api.ts"
import type { Desk } from "./desk.ts"
import { Provider } from "./openid.ts"
import { currentSite, fixedSource } from "./record-site.ts"

interface Described {
  readonly paths: Readonly<
    Record<string, { readonly get?: { readonly responses: Readonly<Record<string, Response>> } }>
  >
  readonly components: object
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>
}

const described = openApiDocument({ isClosed: true }) as Described
const validator = new AjvJsonSchemaValidator()
const folder = mkdtempSync(join(tmpdir(), "variorum-described-"))
let desk: Desk
let archive: ArchiveDesk

beforeAll(async () => {
  desk = await openDesk(["gazette.txt"])
  for (const [name, text] of Object.entries(fictionalReports)) writeFileSync(join(folder, name), text)
  await runCommand(["add", folder, "--archive", join(folder, "kept")])
  const made = { location: join(folder, "kept"), tool: "variorum 0.0.0", fetcher: new PoliteFetcher() }
  const opened = await ArchiveDesk.open({ ...made, isLive: false, isThreaded: false })
  if (!opened.ok) throw new Error(opened.error)
  archive = opened.value
})
afterAll(async () => {
  await desk.close()
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
})

const withComponents = (schema: object): Record<string, unknown> => ({
  ...schema,
  components: described.components,
})

/** What is wrong with an answer, held against the schema of that path; nothing may stand in it undescribed. */
function faultOf(path: string, answer: unknown): string | null {
  const schema = described.paths[path]?.get?.responses["200"]?.content?.["application/json"]?.schema
  if (schema === undefined) return `${path} is not described`
  const checked = validator.getValidator(withComponents(schema))(answer)
  return checked.valid ? null : `${path}: ${checked.errorMessage}`
}

test("law: every route of the server's table is described, and nothing else is", () => {
  const origin = new URL("https://record.example")
  const issuer = new URL("http://127.0.0.1:1")
  const provider = new Provider({ issuer, clientId: "variorum", clientSecret: null }, origin)
  const access = createAccess({ accounts: new Accounts(":memory:"), origin, provider })
  const routes = serverRoutes(currentSite(desk), { assets: [], desk, access, origin })
  expect(Object.keys(routeOperations).sort()).toEqual(
    routes.map(({ method, path }) => `${method} ${path}`).sort(),
  )
})

test("law: what the pages of a record answer is as it is described", async () => {
  const app = createServer(fixedSource(bridgeRecord), { assets: [] })
  const [story] = bridgeRecord.stories
  const plainlyNamed = bridgeRecord.reports.filter((report) => /^\w+$/.test(report.siglum))
  for (const path of Object.keys(described.paths).filter((one) => one.endsWith(".json"))) {
    if (/\/s\/\{story\}\/r\/|^\/search/.test(path)) continue
    const numbers = path.includes("/q/") ? story!.statements : story!.disagreements
    const asked = path.includes("{number}") ? numbers.map((_, i) => String(i + 1)) : ["1"]
    for (const number of asked)
      for (const { siglum } of path.includes("{siglum}") ? plainlyNamed : plainlyNamed.slice(0, 1)) {
        const place = path
          .replace("{story}", story!.id)
          .replace("{number}", number)
          .replace("{siglum}", siglum)
        const query = path.includes("compare") ? "?base=LOR1&with=MOR1,HAR1" : ""
        const answer = await app.request(`${place}${query}`, { headers: { host: "localhost" } })
        expect(answer.status, place).toBe(200)
        if (path !== "/openapi.json") expect(faultOf(path, await answer.json()), place).toBe(null)
      }
  }
})

test("what an archive and a desk answer is as it is described", async () => {
  const app = createServer(archive.pages, { assets: [] })
  const ask = async (path: string) =>
    (await app.request(path, { headers: { host: "localhost" } })).json() as Promise<{
      stories: { id: string }[]
    }>
  const library = await ask("/index.json")
  const [story] = library.stories
  expect(faultOf("/index.json", library)).toBe(null)
  expect(faultOf("/search.json", await ask("/search.json?q=kayaks"))).toBe(null)
  expect(faultOf("/s/{story}.json", await ask(`/s/${story!.id}.json`))).toBe(null)
  const text = fictionalReports["observer.txt"]!
  const job = desk.add([{ kind: "text", name: "a", text, title: null, address: null }], "ada", () => {})
  const isJob = validator.getValidator(withComponents({ $ref: "#/components/schemas/Job" }))
  expect(job.ok && isJob(job.value.current()).errorMessage).toBe(undefined)
})

test("the document itself is served, and leaves room for what may come", async () => {
  const app = createServer(fixedSource(bridgeRecord), { assets: [] })
  const answer = await app.request("/openapi.json", { headers: { host: "localhost" } })
  const document = (await answer.json()) as { openapi: string }
  expect(document.openapi).toBe("3.1.1")
  expect(JSON.stringify(document)).not.toContain('additionalProperties":false')
  expect(document).toEqual(openApiDocument())
})
