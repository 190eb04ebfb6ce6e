import type { Io } from "./io.ts"

/** How far a long command has come. Written to standard error only. */
export interface ProgressLine {
  show(stage: string, done: number, of: number): void
  /** One line that stays, such as an input that failed. */
  note(text: string): void
  end(): void
}

const barWidth = 24

/** A bar that is drawn over itself on a terminal; elsewhere one plain line a stage. Silent when `quiet`. */
export function progressOn(io: Io, quiet: boolean): ProgressLine {
  if (quiet) return { show: () => {}, note: (text) => io.writeErr(`${text}\n`), end: () => {} }
  return io.errIsTerminal && io.environment.TERM !== "dumb" ? barOn(io) : linesOn(io)
}

function barOn(io: Io): ProgressLine {
  let drawn = ""
  const clear = (): void => {
    if (drawn !== "") io.writeErr(`\r${" ".repeat(drawn.length)}\r`)
    drawn = ""
  }
  return {
    show(stage, done, of) {
      const filled = of === 0 ? barWidth : Math.floor((barWidth * done) / of)
      const line = `${stage} ${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${done}/${of}`.slice(
        0,
        io.columns - 1,
      )
      if (line === drawn) return
      clear()
      io.writeErr(line)
      drawn = line
    },
    note(text) {
      clear()
      io.writeErr(`${text}\n`)
    },
    end: clear,
  }
}

function linesOn(io: Io): ProgressLine {
  let told = ""
  return {
    show(stage, done, of) {
      if (done < of || told === stage) return
      told = stage
      io.writeErr(`${stage}: ${of}\n`)
    },
    note: (text) => io.writeErr(`${text}\n`),
    end: () => {},
  }
}
