import type { InputOutcome, Making, RecordDocument } from "../api/index.ts"
import { fail, ok, type Result, sha256Hex } from "../base/index.ts"
import { type Capture, type IntakeGap, intakeGapText } from "../intake/index.ts"
import { captureKey, compareByInput } from "./job-captures.ts"
import type { InputRead, RecordThreads } from "./record-threads.ts"
import type { MakingOrder } from "./thread-messages.ts"

/** An input that the record stands on. */
export interface Held extends InputRead {
  readonly capture: Capture
}

/** The inputs of a desk, each read once. Their reports are with the threads; their bytes stay here, to be read again. */
export class HeldInputs {
  private readonly threads: RecordThreads
  private readonly bytesMax: number
  private readonly inputs = new Map<string, Held>()
  /** Inputs given at the beginning that nothing could be read from. */
  private readonly failed: { readonly gap: IntakeGap; readonly sha256: string | null }[] = []
  private bytes = 0

  constructor(threads: RecordThreads, bytesMax: number) {
    this.threads = threads
    this.bytesMax = bytesMax
  }

  fail(gap: IntakeGap, sha256: string | null): void {
    this.failed.push({ gap, sha256 })
  }

  /** What a record of all inputs is made of, but for the rulings. */
  async order(tool: string): Promise<Omit<MakingOrder, "rulings">> {
    if (this.threads.hasLostAll()) await this.readAgain()
    return {
      keys: [...this.inputs.values()].map(({ key }) => key),
      gaps: this.failed.map(({ gap }) => gap),
      made: this.making(tool),
    }
  }

  /** Reads and holds an input; null when it is held already. */
  async read(
    capture: Capture,
    onReport: (reports: number) => void,
    signal: AbortSignal,
  ): Promise<Result<Held | null, string>> {
    const place = captureKey(capture)
    if (this.inputs.has(place)) return ok(null)
    if (this.bytes + capture.bytes.length > this.bytesMax) return fail("there is no more room for inputs")
    const read = await this.threads.read(capture, onReport, signal)
    if (!read.ok) return read
    const held = { capture, ...read.value }
    this.inputs.set(place, held)
    this.bytes += capture.bytes.length
    return ok(held)
  }

  drop({ capture }: Held): void {
    const place = captureKey(capture)
    const held = this.inputs.get(place)
    if (!held) return
    this.inputs.delete(place)
    this.bytes -= capture.bytes.length
    this.threads.forget(held.key)
  }

  /** The maker lost what it held. */
  private async readAgain(): Promise<void> {
    for (const [place, { capture }] of this.inputs) {
      const read = await this.threads.read(capture, () => {}, never)
      if (read.ok) this.inputs.set(place, { capture, ...read.value })
    }
  }

  private making(tool: string): Making {
    const inputs = [...this.inputs.values()].map(
      ({ capture, gaps }): InputOutcome => ({
        input: capture.name,
        sha256: sha256Hex(capture.bytes),
        ok: gaps.length === 0,
        error: gaps[0] ? intakeGapText(gaps[0]) : null,
      }),
    )
    for (const { gap, sha256 } of this.failed)
      inputs.push({ input: gap.name, sha256, ok: false, error: intakeGapText(gap) })
    return { tool, options: {}, inputs: inputs.sort(compareByInput) }
  }
}

const never = new AbortController().signal

/** An input without an article is known only when the record is made. */
export function withErrors(document: RecordDocument): RecordDocument {
  const whats = new Map(document.gaps.flatMap((gap) => ("input" in gap ? [[gap.input, gap.what]] : [])))
  const inputs = document.made.inputs.map((input) => {
    const error = whats.get(input.input)
    return input.ok && error !== undefined ? { ...input, ok: false, error } : input
  })
  return { ...document, made: { ...document.made, inputs } }
}
