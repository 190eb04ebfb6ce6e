/** The world as a command sees it, so that a test can stand in for a terminal. */
export interface Io {
  readonly input: AsyncIterable<Uint8Array>
  /** Data only. Resolves when more may be written; false once the reader has gone away. */
  writeOut(text: string): Promise<boolean>
  /** Progress, warnings and errors. */
  writeErr(text: string): void
  readonly outIsTerminal: boolean
  readonly errIsTerminal: boolean
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly workingFolder: string
}

/** Exit statuses that scripts may rely on. */
export const exitStatus = {
  ok: 0,
  failed: 1,
  usage: 2,
  partial: 3,
  nothing: 4,
  mismatch: 5,
  interrupted: 130,
} as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]

/** The process's own streams. A closed pipe ends the output quietly, as `head` expects. */
export function processIo(): Io {
  let open = true
  process.stdout.on("error", () => {
    open = false
  })
  return {
    input: process.stdin,
    writeOut: (text) =>
      new Promise((resolve) => {
        if (!open) return resolve(false)
        process.stdout.write(text, () => resolve(open))
      }),
    writeErr: (text) => {
      process.stderr.write(text)
    },
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
    environment: process.env,
    workingFolder: process.cwd(),
  }
}
