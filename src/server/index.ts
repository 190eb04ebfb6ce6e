/**
 * The server: a record document on a port. Read-only; listens on the machine itself unless told otherwise.
 */

export { type Role, roles, type Viewer } from "../web/index.ts"
export { createAccess, linkAddress } from "./access.ts"
export { Accounts, accountLimits, plainEmail } from "./accounts.ts"
export { ArchiveDesk, type ArchiveDeskOptions } from "./archive-desk.ts"
export { readAssets } from "./assets.ts"
export { type Access, createServer, type ServerOptions } from "./create-server.ts"
export type { CurrentSite } from "./current-site.ts"
export { Desk, type DeskOptions } from "./desk.ts"
export type { DeskWork } from "./desk-work.ts"
export { isLoopback } from "./guards.ts"
export { type Keeper, sessionKeeper } from "./keeper.ts"
export { type Listening, type ListenOptions, listen } from "./listen.ts"
export { Provider, type ProviderOptions } from "./openid.ts"
export { currentSite, type DocumentSource, fixedSource } from "./record-site.ts"
export { storyDocument } from "./story-pages.ts"
