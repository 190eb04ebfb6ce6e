/**
 * The record for assistants, by the Model Context Protocol: a record or an archive in, tools that only read out. Every
 * fact names the sentence it stands on and the address of its page; words of reports are fenced.
 */
export { archiveSource } from "./archive-source.ts"
export { createMcpServer } from "./create-mcp-server.ts"
export { documentSource } from "./document-source.ts"
export type { RecordSource } from "./record-source.ts"
export { type McpStreams, serveMcp } from "./serve-on-streams.ts"
