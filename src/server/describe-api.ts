import { storyFormats, textLevels } from "../api/index.ts"
import { isListPage, type PageAddress } from "../web/index.ts"
import { jsonSchemas, pageAnswers, type SchemaName } from "./answer-schemas.ts"
import type { Route } from "./route.ts"

type Operation = Readonly<Record<string, unknown>>

/** The document of OpenAPI 3.1 for all that the server answers; the schemas are those that records are read by. */
export function openApiDocument(options: { readonly isClosed: boolean } = { isClosed: false }): object {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const [page, path] of Object.entries(pagePaths)) describePage(paths, page as PageAddress["page"], path)
  for (const [name, operation] of Object.entries(routeOperations)) {
    const [method, path] = name.split(" ") as [string, string]
    if (operation === null) continue
    const given = { ...operation, ...inputsOf(path) }
    const at = openApiPath(path)
    paths[at] = { ...paths[at], [method.toLowerCase()]: given }
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Variorum",
      version: "variorum-record/1",
      description:
        "What a server of a record answers to programs. Every page also answers as JSON, and lists as CSV; the names of fields are those of the record document. Spans are half-open, in UTF-16 code units. Texts of reports are untrusted. Of an archive, reports stand under their story: /s/{story}/r/{siglum}.",
    },
    paths,
    components: { schemas: jsonSchemas(options.isClosed) },
  }
}

/** Where each page is, without its form. Reports of an archive stand under their story, too. */
export const pagePaths: Readonly<Record<PageAddress["page"], string>> = {
  library: "/index",
  about: "/about",
  search: "/search",
  overview: "/s/:story",
  statements: "/s/:story/statements",
  figures: "/s/:story/figures",
  reports: "/s/:story/reports",
  lineage: "/s/:story/lineage",
  timeline: "/s/:story/timeline",
  history: "/s/:story/history",
  asks: "/s/:story/asks",
  gaps: "/s/:story/gaps",
  statement: "/s/:story/q/:number",
  figure: "/s/:story/f/:number",
  compare: "/s/:story/compare",
  report: "/r/:siglum",
  export: "/s/:story/export",
}

const pageQueries: Partial<Readonly<Record<PageAddress["page"], Readonly<Record<string, string>>>>> = {
  library: { from: "Of an archive, so many stories stand before the first one shown" },
  search: { q: "The words, each of which must be there" },
  compare: { base: "The siglum of the base", with: "One to three more sigla, with commas between" },
}

function describePage(
  paths: Record<string, Record<string, Operation>>,
  page: PageAddress["page"],
  path: string,
) {
  const names = pageAnswers[page]
  if (names === null) return
  const parameters = Object.entries(pageQueries[page] ?? {}).map(([name, description]) => {
    return { name, in: "query", description, schema: { type: "string" } }
  })
  const inputs = [...(inputsOf(path).parameters ?? []), ...parameters]
  const of = (form: string, content: object): Operation => ({
    operationId: `${page}-${form}`,
    summary: `The page “${page}” as ${form.toUpperCase()}`,
    ...(inputs.length > 0 ? { parameters: inputs } : {}),
    responses: { "200": { description: "What the page shows", content }, "404": missing },
  })
  paths[`${openApiPath(path)}.json`] = { get: of("json", { "application/json": { schema: anyOf(names) } }) }
  if (page === "report")
    paths["/s/{story}/r/{siglum}.json"] = {
      get: {
        ...of("json", { "application/json": { schema: anyOf(names) } }),
        operationId: "report-of-archive-json",
        ...inputsOf("/s/:story/r/:siglum"),
      },
    }
  if (isListPage(page))
    paths[`${openApiPath(path)}.csv`] = { get: of("csv", { "text/csv": { schema: { type: "string" } } }) }
}

const refTo = (name: SchemaName): object => ({ $ref: `#/components/schemas/${name}` })
const anyOf = (names: readonly SchemaName[]): object =>
  names.length === 1 ? refTo(names[0]!) : { anyOf: names.map(refTo) }

const missing = { description: "Nothing in this record has that address" }
const seen = { "303": { description: "Done; the page that shows it" } }
const wrong = { "422": { description: "It could not be done; the page says why" } }
const page = { "200": { description: "A page", content: { "text/html": { schema: { type: "string" } } } } }
const edited = "With --edit. Where people sign in, for editors."
const signedIn = "Where people sign in (--accounts)."

function form(
  fields: Readonly<Record<string, string>>,
  mediaType = "application/x-www-form-urlencoded",
): Operation {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, description]) => [name, { type: ["string", "array"], description }]),
  )
  return { requestBody: { content: { [mediaType]: { schema: { type: "object", properties } } } } }
}

function events(summary: string, name: SchemaName): Operation {
  const description = `Server-sent events; the data of each is JSON: ${name}`
  const content = { "text/event-stream": { schema: { type: "string" }, "x-event-data": refTo(name) } }
  return { summary, responses: { "200": { description, content }, "404": missing } }
}

const exportNames = [
  ...textLevels.map((level) => `${level}.html`),
  ...storyFormats.map(({ name, extension }) => `${name}.${extension}`),
]

/** By the routes of the server's table; null for the pages, which are described one by one. */
export const routeOperations: Readonly<Record<`${Route["method"]} ${string}`, Operation | null>> = {
  "GET *": null,
  "GET /openapi.json": {
    summary: "This document",
    responses: {
      "200": { description: "OpenAPI 3.1", content: { "application/json": { schema: { type: "object" } } } },
    },
  },
  "GET /assets/:name": {
    summary: "What the pages are made with",
    responses: {
      "200": { description: "A style sheet, a script or a picture" },
      "404": { description: "Not found" },
    },
  },
  "GET /healthz": { summary: "Whether the server answers", responses: { "200": { description: "ok" } } },
  "GET /s/:story/export/:name": {
    summary: `A story as a file: ${exportNames.join(", ")}`,
    responses: { "200": { description: "The file" }, "404": missing },
  },
  "GET /s/:story/arrange": {
    summary: "The form that splits a story",
    description: edited,
    responses: { ...page, "404": missing },
  },
  "GET /add": { summary: "The form that adds", description: edited, responses: page },
  "POST /add": {
    summary: "Add files, addresses or a text",
    description: edited,
    ...form(
      {
        files: "Files, as of a form",
        text: "Addresses, one a line, or the text of one report",
        address: "Of a text, the address of its page",
      },
      "multipart/form-data",
    ),
    responses: {
      ...seen,
      "413": { description: "Too large" },
      "503": { description: "Too much is waiting" },
    },
  },
  "GET /add/:job": {
    summary: "How what was added fares",
    description: edited,
    responses: { ...page, "404": missing },
  },
  "POST /add/:job/cancel": {
    summary: "Stop it",
    description: edited,
    responses: { ...seen, "404": missing },
  },
  "GET /add/:job/events": events("How it fares, as it happens", "Job"),
  "GET /changes": {
    ...events("That what a page shows is another record now", "Change"),
    parameters: [{ name: "at", in: "query", description: "The page's path", schema: { type: "string" } }],
  },
  "GET /rulings": { summary: "What people ruled on stories, with who and when", responses: page },
  "POST /rulings": {
    summary: "Split a story or make several one",
    description: edited,
    ...form({ kind: "same, split or apart", story: "Ids of stories", report: "Sigla of reports" }),
    responses: { ...seen, ...wrong },
  },
  "POST /rulings/:id/withdraw": {
    summary: "Take a ruling back",
    description: edited,
    responses: { ...seen, ...wrong },
  },
  "GET /sign-in": { summary: "The page that asks to sign in", description: signedIn, responses: page },
  "GET /sign-in/link/:token": {
    summary: "The page behind a link that works once",
    description: signedIn,
    responses: page,
  },
  "POST /sign-in/link": {
    summary: "Sign in by such a link",
    description: signedIn,
    ...form({ token: "Of the link" }),
    responses: seen,
  },
  "GET /sign-in/provider": {
    summary: "To the OpenID Connect provider",
    description: signedIn,
    responses: seen,
  },
  "GET /sign-in/callback": { summary: "Back from it", description: signedIn, responses: seen },
  "GET /account": { summary: "Who is signed in", description: signedIn, responses: page },
  "POST /sign-out": { summary: "Sign out", description: signedIn, responses: seen },
  "GET /people": { summary: "Who may sign in, for owners", description: signedIn, responses: page },
  "POST /people": {
    summary: "Let somebody in",
    description: signedIn,
    ...form({ email: "Whom", role: "reader, editor or owner" }),
    responses: page,
  },
  "POST /people/remove": {
    summary: "Let somebody in no longer",
    description: signedIn,
    ...form({ email: "Whom" }),
    responses: seen,
  },
}

function openApiPath(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}")
}

function inputsOf(path: string): { readonly parameters?: readonly object[] } {
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  if (names.length === 0) return {}
  return {
    parameters: names.map((name) => {
      return {
        name,
        in: "path",
        required: true,
        schema: name === "number" ? { type: "integer", minimum: 1 } : { type: "string" },
      }
    }),
  }
}
