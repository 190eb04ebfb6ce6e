import { type CallToolResult, Client, InMemoryTransport } from "@modelcontextprotocol/client"
import { createMcpServer } from "../src/mcp/create-mcp-server.ts"
import type { RecordSource } from "../src/mcp/index.ts"

/** A client of the protocol's own kit, joined to the tools of `source`. */
export async function joinedClient(source: RecordSource): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: "test", version: "0" })
  await createMcpServer(source, "0.0.0").connect(far)
  await client.connect(near)
  return client
}

/** What a tool told, and how it was written. */
export interface Answered {
  readonly isError: boolean
  readonly text: string
  /** Null for an error. */
  readonly json: Answer | null
  readonly content: CallToolResult["content"]
}

export interface Answer {
  readonly items?: readonly Readonly<Record<string, unknown>>[]
  readonly next?: string
  readonly [field: string]: unknown
}

export async function ask(client: Client, name: string, asked: object = {}): Promise<Answered> {
  const result = (await client.callTool({ name, arguments: { ...asked } })) as CallToolResult
  const first = result.content[0]
  const text = first?.type === "text" ? first.text : ""
  const isError = result.isError === true
  const json = isError ? null : (JSON.parse(text.slice(text.indexOf("\n") + 1)) as Answer)
  return { isError, text, json, content: result.content }
}

/** The answer to its end, page by page. */
export async function askAll(client: Client, name: string, asked: object): Promise<readonly Answered[]> {
  const pages: Answered[] = []
  for (let cursor: string | undefined; pages.length === 0 || cursor !== undefined; ) {
    const page = await ask(client, name, cursor === undefined ? asked : { ...asked, cursor })
    pages.push(page)
    cursor = page.json?.next
    if (pages.length > 500) throw new Error(`${name} does not end`)
  }
  return pages
}
