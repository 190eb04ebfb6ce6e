import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { compareStrings } from "../base/index.ts"

/**
 * Lines in, the same lines sorted by code unit out, of any number: what is more than `linesMax` waits in files in
 * `folder`, which the caller makes and removes. Holds `linesMax` lines, and then one of each file.
 */
export class SortedLines {
  private readonly folder: string
  private readonly linesMax: number
  private readonly runs: string[] = []
  private held: string[] = []

  constructor(folder: string, linesMax: number) {
    this.folder = folder
    this.linesMax = linesMax
  }

  async add(line: string): Promise<void> {
    this.held.push(line)
    if (this.held.length < this.linesMax) return
    const path = join(this.folder, `run-${this.runs.length}`)
    const file = await open(path, "w")
    for (const line of this.held.sort(compareStrings)) await file.appendFile(`${line}\n`)
    await file.close()
    this.runs.push(path)
    this.held = []
  }

  /** After the last line was added. */
  async *sorted(): AsyncGenerator<string> {
    const runs: (AsyncIterator<string> | Iterator<string>)[] = this.runs.map((path) =>
      createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })[
        Symbol.asyncIterator
      ](),
    )
    runs.push(this.held.sort(compareStrings)[Symbol.iterator]())
    const heads = await Promise.all(runs.map((run) => run.next()))
    for (;;) {
      let least = -1
      for (const [i, head] of heads.entries()) {
        if (head.done) continue
        const smallest = least < 0 ? null : heads[least]!.value
        if (smallest === null || compareStrings(head.value, smallest) < 0) least = i
      }
      if (least < 0) return
      yield heads[least]!.value
      heads[least] = await runs[least]!.next()
    }
  }
}
