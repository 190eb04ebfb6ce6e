import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { findPostgres } from "../tools/provide.ts"

const user = "variorum"
/** Not a secret: the server answers on a socket in a folder of its own. With what an address must escape. */
export const clusterPassword = "pass@word/1"
const startMsMax = 30_000

/** A PostgreSQL server of the tests' own, with all its files in `folder`, reached by a socket there. */
export interface PostgresCluster {
  /** The address of a schema of that name, made if it is not there: what an archive takes for a database. */
  addressOf(schema: string): Promise<string>
  /** Waits until it answers. Starting it again after `stop` or a kill keeps what was committed. */
  start(): Promise<void>
  /** SIGINT ends it in order, SIGKILL as a power cut would. Resolves once it is gone. */
  stop(signal: "SIGINT" | "SIGKILL"): Promise<void>
}

/** `safe` writes to the disk what is committed, as a server in use does; the tests of the store do without. */
export function postgresCluster(folder: string, safe: boolean): PostgresCluster {
  const files = join(folder, "files")
  const address = `postgres://${user}:${encodeURIComponent(clusterPassword)}@localhost/postgres?host=${encodeURIComponent(folder)}`
  return {
    async addressOf(schema) {
      const client = new pg.Client(address)
      await client.connect()
      // Two that make one schema at the same time fail, "IF NOT EXISTS" or not; the lock goes with the connection.
      await client.query("SELECT pg_advisory_lock(1)")
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${client.escapeIdentifier(schema)}`)
      await client.end()
      return `${address}&options=${encodeURIComponent(`-csearch_path=${schema}`)}`
    },
    async start() {
      if (!existsSync(files)) makeFiles(folder, files)
      const log = openSync(join(folder, "log"), "a")
      const settings = ["listen_addresses=", `unix_socket_directories=${folder}`, "shared_buffers=16MB"]
      if (!safe) settings.push("fsync=off", "full_page_writes=off")
      const words = ["-D", files, ...settings.flatMap((setting) => ["-c", setting])]
      const launch = (): ChildProcess => {
        const child = spawn(join(binaries(), "postgres"), words, {
          ...asUser(folder),
          detached: true,
          stdio: ["ignore", log, log],
        })
        child.unref()
        return child
      }
      await answering(address, folder, launch)
    },
    async stop(signal) {
      const pid = pidOf(files)
      if (pid === null) return
      process.kill(pid, signal)
      while (isRunning(pid)) await sleep(20)
    },
  }
}

function binaries(): string {
  const found = findPostgres()
  if (found === null) throw new Error("PostgreSQL is not here; on Debian: apt-get install postgresql")
  return dirname(found)
}

function makeFiles(folder: string, files: string): void {
  mkdirSync(folder, { recursive: true })
  const passwordFile = join(folder, "password")
  writeFileSync(passwordFile, `${clusterPassword}\n`)
  const owner = asUser(folder)
  chmodSync(folder, 0o700)
  if (owner.uid !== undefined && owner.gid !== undefined) {
    chownSync(folder, owner.uid, owner.gid)
    chownSync(passwordFile, owner.uid, owner.gid)
  }
  const words = ["-D", files, "-U", user, "--pwfile", passwordFile, "-A", "scram-sha-256", "-E", "UTF8"]
  const made = spawnSync(join(binaries(), "initdb"), [...words, "--locale=C", "--no-sync"], {
    ...owner,
    encoding: "utf8",
  })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error?.message}`)
}

interface Owner {
  readonly cwd: string
  readonly uid?: number
  readonly gid?: number
}

/** The server refuses to run as root: another user then, who needs nothing but the folder. */
function asUser(cwd: string): Owner {
  if (process.getuid?.() !== 0) return { cwd }
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, "nobody"]).stdout.toString()))
  return { cwd, uid: uid!, gid: gid! }
}

/** After a kill the server does not start before its last process is gone: launched again until it answers. */
async function answering(address: string, folder: string, launch: () => ChildProcess): Promise<void> {
  let child = launch()
  const giveUpAtMs = performance.now() + startMsMax
  for (;;) {
    const client = new pg.Client(address)
    client.on("error", () => {})
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (performance.now() > giveUpAtMs)
        throw new Error(`PostgreSQL does not start: ${error}\n${readFileSync(join(folder, "log"), "utf8")}`)
      await sleep(30)
      if (child.exitCode !== null) child = launch()
    }
  }
}

function pidOf(files: string): number | null {
  const file = join(files, "postmaster.pid")
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, "utf8").split("\n")[0])
  return isRunning(pid) ? pid : null
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A child that has ended and that nobody has asked after still has its number.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" && !existsSync("/proc/self")
  }
}

const folderName = "VARIORUM_TEST_POSTGRES"

/**
 * The server that all test files of one run share, started by the first that asks for it. Null where the machine has
 * none; in a continuous build that is a failure, since the tests would pass without having run.
 */
export async function sharedCluster(): Promise<PostgresCluster | null> {
  if (!hasPostgres()) return null
  const folder = process.env[folderName]
  if (folder === undefined) throw new Error("the set-up of the tests has not run")
  const cluster = postgresCluster(folder, false)
  const [started, failed] = [join(folder, "started"), join(folder, "failed")]
  try {
    mkdirSync(join(folder, "starting"))
  } catch {
    while (!existsSync(started)) {
      if (existsSync(failed)) throw new Error(readFileSync(failed, "utf8"))
      await sleep(20)
    }
    return cluster
  }
  try {
    await cluster.start()
    writeFileSync(started, "")
  } catch (error) {
    writeFileSync(failed, String(error))
    throw error
  }
  return cluster
}

export function hasPostgres(): boolean {
  if (findPostgres() !== null) return true
  if (process.env.CI !== undefined)
    throw new Error("PostgreSQL is not here, and a continuous build may not pass without it")
  return false
}

/** The set-up of a run: names the folder, and at the end stops what was started in it. */
export function nameSharedFolder(folder: string): () => Promise<void> {
  process.env[folderName] = folder
  return async () => {
    await postgresCluster(folder, false).stop("SIGINT")
    rmSync(folder, { recursive: true, force: true })
  }
}
