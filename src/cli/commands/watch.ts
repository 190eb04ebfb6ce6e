import { PoliteFetcher, systemClock } from "../../net/index.ts"
import { addressFault, catchUp, nextDueMs, openArchive, watchPages } from "../../store/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import { withRecordWork } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { exitStatus, type Io } from "../io.ts"
import { oneAtATime } from "../one-at-a-time.ts"
import { pollDuePages } from "../poll-pages.ts"
import { progressOn } from "../progress.ts"

/** Another process may add pages in the meantime. */
const sleepMsMax = 60_000

/** Pages, feeds and sitemaps polled as often as they change; what changed is kept and told. */
export const watchCommand: CommandSpec = {
  name: "watch",
  summary: "poll pages, feeds and sitemaps, keep what changed, and tell what the change touches",
  configure: (command) => {
    command
      .argument("[address...]", "pages, feeds and sitemaps to add to those that are watched")
      .requiredOption(
        "--archive <archive>",
        "the archive: a folder, or postgres://user@host/database; made on first use",
      )
      .option("--once", "poll what is due, and end")
      .addHelpText(
        "after",
        "\nPrints one line of JSON a poll that brought something: {at, address, outcome, detail}; with --verbose, every poll.\nSet VARIORUM_CONTACT to an address where the owners of the pages can reach you.",
      )
  },
  async run(io, operands, options) {
    const wrong = operands.find((address) => !/^https?:\/\//i.test(address))
    if (wrong !== undefined) {
      io.writeErr(`variorum watch: ${wrong} is no address of a page\n`)
      return exitStatus.usage
    }
    const faults = operands.flatMap((address) => addressFault(address) ?? [])
    for (const fault of faults) io.writeErr(`variorum watch: not watched: ${fault}\n`)
    if (faults.length > 0 && faults.length === operands.length) return exitStatus.usage
    const opened = await openArchive(archiveOperand(options.archive, io), true)
    if (!opened.ok) {
      io.writeErr(`variorum watch: ${opened.error}\n`)
      return exitStatus.failed
    }
    const archive = opened.value
    const fetcher = new PoliteFetcher({ contact: io.environment.VARIORUM_CONTACT ?? null })
    const told = new Map<string, string>()
    // Beside the polls: a page is not kept waiting while what others brought is read.
    const record = oneAtATime(() => withRecordWork(progressOn(io, true), (work) => catchUp(archive, work)))
    try {
      await watchPages(archive, operands, systemClock.nowMs())
      // What another kept before it was killed is taken in, though no page may bring anything now.
      record.ask()
      for (;;) {
        const dueMs = await nextDueMs(archive)
        if (dueMs === null) {
          io.writeErr("variorum watch: no page is watched yet; give an address\n")
          return exitStatus.nothing
        }
        const waitMs = dueMs - systemClock.nowMs()
        if (waitMs > 0 && options.once === true) {
          await record.settled()
          return faults.length > 0 ? exitStatus.partial : exitStatus.ok
        }
        record.check()
        if (waitMs > 0) await systemClock.sleep(Math.min(waitMs, sleepMsMax))
        let kept = false
        for await (const { at, address, outcome, detail } of pollDuePages(archive, fetcher, systemClock)) {
          kept ||= outcome !== "unchanged"
          const isNews = outcome !== "unchanged" && outcome !== "noise"
          // What is the matter with a list of pages is told once, and not at each of its polls.
          const isFault = outcome === "unchanged" && detail !== null && told.get(address) !== detail
          if (isFault) told.set(address, detail)
          if (options.verbose === true || isNews || isFault) await tell(io, { at, address, outcome, detail })
        }
        if (kept) record.ask()
      }
    } finally {
      await record.settled().catch(() => {})
      await archive.close()
    }
  },
}

async function tell(io: Io, line: object): Promise<void> {
  await io.writeOut(`${JSON.stringify(line)}\n`)
}
