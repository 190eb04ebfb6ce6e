import { PgBoss } from "pg-boss"
import { assert } from "../base/index.ts"
import type { Database, SqlValue, Transaction } from "./database.ts"
import {
  type ClaimedJob,
  type Job,
  type JobKind,
  type JobQueue,
  jobAttemptsMax,
  jobKinds,
  jobLeaseMs,
  jobRetryMs,
} from "./jobs.ts"
import { survivor } from "./postgres.ts"

/** Kinds that share their groups share a queue: the library keeps groups apart within one. */
const queueOfKind: Readonly<Record<JobKind, string>> = {
  intake: "fetch",
  poll: "fetch",
  record: "record",
}
const queues = [...new Set(Object.values(queueOfKind))]

const connectionsMax = 3
const expireHours = 12

/**
 * Jobs by pg-boss, in a schema of its own beside the archive's. A job's end is written in the transaction that keeps
 * its result, and only for the attempt that was claimed.
 */
export async function openPostgresJobs(database: Database, address: string): Promise<JobQueue> {
  const boss = await startedBoss(database, address)
  // A job that was claimed as the connection broke comes back when its lease ends.
  const surviving = survivor()
  return {
    async add(jobs) {
      let added = 0
      for (const [queue, some] of byQueue(jobs)) {
        const inserts = some.map(({ kind, key, group }) => ({
          ...{ singletonKey: `${kind} ${key}`, data: { kind, key, group } },
          ...(group === null ? {} : { group: { id: group } }),
        }))
        added += (await surviving(() => boss.insert(queue, inserts, { returnId: true })))?.length ?? 0
      }
      return added
    },
    async claim(kinds, jobsMax) {
      const claimed: ClaimedJob[] = []
      for (const queue of new Set(kinds.map((kind) => queueOfKind[kind]))) {
        assert(
          jobKinds.every((kind) => queueOfKind[kind] !== queue || kinds.includes(kind)),
          "kinds that share a queue are taken together",
        )
        if (claimed.length < jobsMax)
          claimed.push(...(await surviving(() => claimFrom(boss, queue, jobsMax - claimed.length))))
      }
      return claimed
    },
    complete: (job, keep) =>
      database.transaction(async (inside) => {
        if (!(await endJob(boss, job, inside))) return false
        await keep(inside)
        return true
      }),
    async fail(job, reason) {
      await surviving(() => boss.fail(queueOfKind[job.kind], attemptOf(job), { reason }))
    },
    async renew(jobs) {
      for (const [queue, some] of byQueue(jobs)) await boss.touch(queue, some.map(attemptOf))
    },
    async counts() {
      await boss.supervise()
      const counted = await boss.getQueues(queues)
      const sum = (count: (queue: (typeof counted)[number]) => number): number =>
        counted.reduce((total, queue) => total + count(queue), 0)
      return {
        waiting: sum(({ queuedCount }) => queuedCount),
        active: sum(({ activeCount }) => activeCount),
        failed: sum(({ failedCount }) => failedCount),
      }
    },
    close: () => boss.stop({ graceful: false }),
  }
}

async function startedBoss(database: Database, address: string): Promise<PgBoss> {
  const [named] = await database.query("SELECT current_schema() AS name")
  const boss = new PgBoss({
    connectionString: address,
    schema: `"${named?.name === "public" ? "variorum" : String(named?.name).replaceAll('"', "_")}_jobs"`,
    max: connectionsMax,
    schedule: false,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  })
  // A query that fails is told to whoever asked for it; what the library does in the background is tried again.
  boss.on("error", () => {})
  await boss.start()
  for (const queue of queues)
    await boss.createQueue(queue, {
      policy: "exclusive",
      retryLimit: jobAttemptsMax - 1,
      retryDelay: jobRetryMs / 1000,
      retryBackoff: true,
      heartbeatSeconds: jobLeaseMs / 1000,
      expireInSeconds: expireHours * 3600,
      deleteAfterSeconds: 24 * 3600,
    })
  return boss
}

/** False where the attempt is no longer this worker's. */
async function endJob(boss: PgBoss, job: ClaimedJob, inside: Transaction): Promise<boolean> {
  const ended = await boss.complete(queueOfKind[job.kind], attemptOf(job), null, { db: within(inside) })
  // The library's types leave out what its documents name.
  assert("affected" in ended && typeof ended.affected === "number", "the library says how many jobs ended")
  return ended.affected > 0
}

function byQueue<Kept extends Job>(jobs: readonly Kept[]): ReadonlyMap<string, readonly Kept[]> {
  return Map.groupBy(jobs, (job) => queueOfKind[job.kind])
}

async function claimFrom(boss: PgBoss, queue: string, jobsMax: number): Promise<readonly ClaimedJob[]> {
  const jobs = await boss.fetch<Job>(queue, {
    ...{ batchSize: jobsMax, includeMetadata: true, groupConcurrency: 1 },
  })
  return jobs.map(({ id, data, retryCount }) => ({
    ...{ kind: data.kind, key: data.key, group: data.group },
    ...{ claim: id, attempt: retryCount + 1 },
  }))
}

function attemptOf({ claim, attempt }: ClaimedJob): { readonly id: string; readonly retryCount: number } {
  return { id: claim, retryCount: attempt - 1 }
}

/** The library's statements inside our transaction. Its values are what the driver takes. */
function within(inside: Transaction): {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
} {
  return {
    executeSql: async (text, values) => ({
      rows: [...(await inside.query(text, values as readonly SqlValue[]))],
    }),
  }
}
