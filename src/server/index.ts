/**
 * The server: a record document on a port. Read-only; listens on the machine itself unless told otherwise.
 */
export { readAssets } from "./assets.ts"
export { type Access, createServer, type ServerOptions } from "./create-server.ts"
export { Desk, type DeskOptions } from "./desk.ts"
export { type Keeper, type SaidRuling, sessionKeeper } from "./keeper.ts"
export { type Listening, type ListenOptions, listen } from "./listen.ts"
export { type DocumentSource, fixedSource } from "./record-routes.ts"
