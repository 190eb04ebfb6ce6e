/**
 * The server: a record document on a port. Read-only; listens on the machine itself unless told otherwise.
 */
export { readAssets } from "./assets.ts"
export { createServer, type DocumentSource, fixedSource, type ServerOptions } from "./create-server.ts"
export { type Listening, type ListenOptions, listen } from "./listen.ts"
