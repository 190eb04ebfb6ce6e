/**
 * Who may import whom: the walls of the house, as data. Core stages import only what stands before them on the
 * way of the data; the shell may use the core. `tools/tidy.test.ts` holds every import against this table.
 */
export const core = [
  "base",
  "intake",
  "article",
  "language",
  "reuse",
  "story",
  "collation",
  "record",
  "pipeline",
] as const

export const shell: Readonly<Record<string, readonly string[]>> = {
  net: ["base", "intake"],
  workers: [...core, "api"],
  model: [...core],
  store: [...core, "workers"],
  api: [...core],
  web: ["base", "api"],
  server: [...core, "workers", "net", "store", "api", "web"],
  mcp: [...core, "store", "api", "web", "server"],
  cli: [...core, "workers", "model", "net", "store", "api", "web", "server", "mcp"],
}

/** Packages that the core may use: pure, without I/O. */
export const corePackages: readonly string[] = ["entities", "htmlparser2", "node:crypto"]

/** Names that read the clock, the dice or the world: forbidden in the core. */
export const coreForbidden: readonly RegExp[] = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\bfetch\(/,
  /\bprocess\./,
  /\bconsole\./,
  /\blocaleCompare\b/,
  /\btoLocale\w*\(/,
  /\bsetTimeout\b/,
  /\bperformance\./,
]

/** A file or function longer than this needs a reason in `sizeExceptions`. */
export const fileLinesMax = 400
export const functionLinesMax = 70

/** Files that are one table of data, with their own limit in lines. */
export const sizeExceptions: Readonly<Record<string, number>> = {}
