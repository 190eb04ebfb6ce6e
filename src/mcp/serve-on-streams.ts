import { Readable, Writable } from "node:stream"
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio"
import { createMcpServer } from "./create-mcp-server.ts"
import type { RecordSource } from "./record-source.ts"

export interface McpStreams {
  readonly input: AsyncIterable<Uint8Array>
  /** Resolves to false once nobody reads any more. */
  write(text: string): Promise<boolean>
  /** What went wrong on the way, in a line. */
  complain(line: string): void
}

/** Answers one client, message by message, until it ends its input. */
export async function serveMcp(source: RecordSource, version: string, streams: McpStreams): Promise<void> {
  const input = Readable.from(streams.input)
  const output = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) =>
      void streams.write(String(chunk)).then((isOpen) => done(isOpen ? null : new Error("nobody reads"))),
  })
  const isOver = new Promise<void>((resolve) => {
    for (const event of ["close", "end", "error"]) input.once(event, () => resolve())
    output.once("error", () => resolve())
  })
  const serving = serveStdio(() => createMcpServer(source, version), {
    transport: new StdioServerTransport(input, output),
    onerror: (error) => streams.complain(error.message.split("\n", 1)[0]!),
  })
  await isOver
  await serving.close()
}
