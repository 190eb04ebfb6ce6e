import { availableParallelism } from "node:os"
import { PoliteFetcher, systemClock } from "../../net/index.ts"
import { openArchive } from "../../store/index.ts"
import { openStageWorkers } from "../../workers/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import { toolName } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { exitStatus } from "../io.ts"
import { intakeHandler, pollHandler, pollJobs, recordHandler, recordJobs } from "../job-handlers.ts"
import { workOnJobs } from "../work-on-jobs.ts"

const jobsAtOnceDefault = 16
/** How often the plan of the watched pages is looked at. */
const scheduleMs = 5_000
/** After a job of the record failed, before another is added. */
const recordPauseMs = 60_000

/** Does the archive's jobs, beside any number of others. */
export const workCommand: CommandSpec = {
  name: "work",
  summary:
    "do the jobs of an archive: fetch what add --later left, poll the watched pages, keep the record up to date",
  configure: (command) => {
    command
      .requiredOption("--archive <archive>", "the archive: a folder, or postgres://user@host/database")
      .option("--jobs <n>", "jobs done at once", String(jobsAtOnceDefault))
      .option("--once", "end when no job is ready")
      .addHelpText(
        "after",
        "\nRun it on as many machines as you like, with an archive in PostgreSQL. The jobs of a worker that dies are taken\nup by another within some seconds, and every job has exactly one result. Prints one line of JSON a job that is done or\nhas failed: {kind, key, failure}. Stop it with Ctrl+C: it finishes what it has in hand.",
      )
  },
  async run(io, _operands, options) {
    const jobsAtOnce = Number(options.jobs)
    if (!Number.isInteger(jobsAtOnce) || jobsAtOnce < 1 || jobsAtOnce > 1_000) {
      io.writeErr("variorum work: --jobs takes a number from 1 to 1000\n")
      return exitStatus.usage
    }
    const opened = await openArchive(archiveOperand(options.archive, io), true)
    if (!opened.ok) {
      io.writeErr(`variorum work: ${opened.error}\n`)
      return exitStatus.failed
    }
    const archive = opened.value
    const jobs = await archive.openJobs()
    const fetcher = new PoliteFetcher({ contact: io.environment.VARIORUM_CONTACT ?? null })
    const stopping = new AbortController()
    const stop = (): void => stopping.abort()
    process.once("SIGINT", stop).once("SIGTERM", stop)
    const stages = openStageWorkers(availableParallelism())
    const tool = toolName()
    let [scheduleAtMs, recordAtMs] = [0, 0]
    try {
      await workOnJobs(jobs, {
        handlers: {
          intake: intakeHandler(fetcher, systemClock),
          poll: pollHandler(archive, fetcher, systemClock),
          record: recordHandler(archive, { tool, work: stages, stopped: stopping.signal }),
        },
        jobsAtOnce,
        stopped: stopping.signal,
        untilIdle: options.once === true,
        async schedule() {
          if (performance.now() >= recordAtMs) await jobs.add(await recordJobs(archive, tool))
          if (performance.now() < scheduleAtMs) return
          scheduleAtMs = performance.now() + scheduleMs
          await jobs.add(await pollJobs(archive, systemClock))
        },
        told({ kind, key }, failure) {
          if (kind === "record" && failure !== null) recordAtMs = performance.now() + recordPauseMs
          void io.writeOut(`${JSON.stringify({ kind, key, failure })}\n`)
        },
      })
      return exitStatus.ok
    } finally {
      process.off("SIGINT", stop).off("SIGTERM", stop)
      await stages.close()
      await jobs.close()
      await archive.close()
    }
  },
}
