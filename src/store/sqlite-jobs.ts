import { randomUUID } from "node:crypto"
import { type Database, insertRows, placeholders, type Row } from "./database.ts"
import {
  type ClaimedJob,
  type Job,
  type JobCounts,
  type JobKind,
  type JobQueue,
  jobAttemptsMax,
  jobLeaseMs,
  jobRetryMs,
} from "./jobs.ts"

/** A lease that ends later than one given now was given under another clock, and counts for nothing. */
const isHeld = "lease_until_ms > $1 AND lease_until_ms <= $2"

/** Jobs in a table with leases, for workers on the one machine that has the archive's folder. */
export function openSqliteJobs(database: Database): JobQueue {
  return {
    add: (jobs) => addJobs(database, jobs),
    claim: (kinds, jobsMax) => claimJobs(database, kinds, jobsMax),
    complete: (job, keep) =>
      database.transaction(async (inside) => {
        const ended = await inside.run("DELETE FROM job WHERE lease = $1 AND kind = $2 AND key = $3", [
          job.claim,
          job.kind,
          job.key,
        ])
        if (ended === 0) return false
        await keep(inside)
        return true
      }),
    async fail(job, reason) {
      const readyAtMs = Date.now() + jobRetryMs * 2 ** (job.attempt - 1)
      await database.run(
        `UPDATE job SET lease = NULL, lease_until_ms = NULL, ready_at_ms = $1, failure = $2 WHERE lease = $3`,
        [readyAtMs, job.attempt >= jobAttemptsMax ? reason : null, job.claim],
      )
    },
    async renew(jobs) {
      if (jobs.length === 0) return
      await database.run(
        `UPDATE job SET lease_until_ms = $1 WHERE lease IN (${placeholders(jobs.length, 2)})`,
        [Date.now() + jobLeaseMs, ...jobs.map(({ claim }) => claim)],
      )
    },
    counts: () => countJobs(database),
    close: async () => {},
  }
}

function addJobs(database: Database, jobs: readonly Job[]): Promise<number> {
  const nowMs = Date.now()
  const rows = jobs.map(({ kind, key, group }) => ({
    ...{ kind, key, group_key: group },
    ...{ attempts: 0, ready_at_ms: nowMs, lease: null, lease_until_ms: null, failure: null },
  }))
  // One that was put aside is tried anew when it is asked for again.
  return database.transaction((inside) =>
    insertRows(
      inside,
      "job",
      rows,
      "ON CONFLICT (kind, key) DO UPDATE SET failure = NULL, attempts = 0, ready_at_ms = excluded.ready_at_ms WHERE job.failure IS NOT NULL",
    ),
  )
}

function claimJobs(
  database: Database,
  kinds: readonly JobKind[],
  jobsMax: number,
): Promise<readonly ClaimedJob[]> {
  const nowMs = Date.now()
  const untilMs = nowMs + jobLeaseMs
  return database.transaction(async (inside) => {
    const rows = await inside.query(
      `SELECT kind, key, group_key, attempts FROM (
        SELECT *, row_number() OVER (
          PARTITION BY coalesce(group_key, kind || ' ' || key) ORDER BY ready_at_ms, kind, key
        ) AS in_group
        FROM job WHERE failure IS NULL AND ready_at_ms <= $1 AND coalesce(NOT (${isHeld}), TRUE)
          AND kind IN (${placeholders(kinds.length, 4)})
          AND NOT EXISTS (SELECT 1 FROM job AS other WHERE other.group_key = job.group_key
            AND other.lease_until_ms > $1 AND other.lease_until_ms <= $2)
      ) WHERE in_group = 1 ORDER BY ready_at_ms, kind, key LIMIT $3`,
      [nowMs, untilMs, jobsMax, ...kinds],
    )
    const claimed: ClaimedJob[] = []
    for (const row of rows) {
      const job = claimedJob(row, randomUUID())
      await inside.run(
        "UPDATE job SET lease = $1, lease_until_ms = $2, attempts = $3 WHERE kind = $4 AND key = $5",
        [job.claim, untilMs, job.attempt, job.kind, job.key],
      )
      claimed.push(job)
    }
    return claimed
  })
}

function claimedJob(row: Row, claim: string): ClaimedJob {
  const group = row.group_key === null ? null : String(row.group_key)
  return {
    ...{ kind: row.kind as JobKind, key: String(row.key), group, claim },
    attempt: Number(row.attempts) + 1,
  }
}

async function countJobs(database: Database): Promise<JobCounts> {
  const nowMs = Date.now()
  const [row] = await database.query(
    `SELECT count(*) AS every, sum(failure IS NOT NULL) AS failed, sum(failure IS NULL AND ${isHeld}) AS active FROM job`,
    [nowMs, nowMs + jobLeaseMs],
  )
  const [every, failed, active] = [Number(row?.every), Number(row?.failed ?? 0), Number(row?.active ?? 0)]
  return { waiting: every - failed - active, active, failed }
}
