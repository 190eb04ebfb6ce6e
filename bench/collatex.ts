import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { homedir, tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "../tools/source-tree.ts"

/** A published collation program that may be here, to be measured on the same witnesses. */
export interface CollatexPeer {
  readonly name: string
  /** Null when it is not here. */
  readonly command: readonly [program: string, ...args: string[]] | null
  /** How to get it. */
  readonly missing: string
}

/**
 * CollateX in Java: the jar of COLLATEX_JAR, or of Maven's own repository; in Python: the interpreter of
 * COLLATEX_PYTHON, or `python3`, where it knows `collatex`.
 */
export function collatexPeers(): readonly CollatexPeer[] {
  const jar = process.env.COLLATEX_JAR ?? jarOfMaven()
  const python = process.env.COLLATEX_PYTHON ?? "python3"
  const hasPython = spawnSync(python, ["-c", "import collatex.core_functions"]).status === 0
  return [
    {
      name: "CollateX, Java",
      command: jar === null ? null : ["java", "-cp", jar, join(root, "bench/peers/CollatexTimes.java")],
      missing: "mvn dependency:get -Dartifact=eu.interedition:collatex-core:1.7.1",
    },
    {
      name: "CollateX, Python",
      command: hasPython ? [python, join(root, "bench/peers/collatex_times.py")] : null,
      missing: "pip install collatex levenshtein, and COLLATEX_PYTHON=the interpreter",
    },
  ]
}

function jarOfMaven(): string | null {
  const folder = join(homedir(), ".m2/repository/eu/interedition/collatex-core")
  try {
    const jars = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".jar"),
    )
    return jars.length === 0 ? null : join(folder, jars.sort().at(-1)!)
  } catch {
    return null
  }
}

/**
 * The least CPU time, in milliseconds, of the peer's runs on these witnesses within some seconds, its start left out;
 * null when not one run ended within `secondsMax`.
 */
export function peerTime(
  { command }: CollatexPeer,
  witnesses: readonly { readonly id: string; readonly text: string }[],
  { secondsMax }: { readonly secondsMax: number },
): number | null {
  if (command === null) return null
  const folder = mkdtempSync(join(tmpdir(), "collatex-"))
  try {
    const file = join(folder, "witnesses.tsv")
    writeFileSync(file, witnesses.map(({ id, text }) => `${id}\t${text}\n`).join(""))
    const [program, ...args] = command
    const { stdout } = spawnSync(program, [...args, file, String(secondsMax / 6)], {
      encoding: "utf8",
      timeout: secondsMax * 1_000,
      killSignal: "SIGKILL",
    })
    const times = (stdout ?? "")
      .split("\n")
      .filter((line) => line !== "")
      .map(Number)
    return times.length === 0 ? null : Math.min(...times)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
