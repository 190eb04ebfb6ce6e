/**
 * The library: the same functions that the commands, the server and the tests call.
 */
export type { Span } from "./base/index.ts"
