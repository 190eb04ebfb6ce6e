/**
 * What the tests need from the machine beyond npm: a Chromium for the pages, a PostgreSQL for the archive.
 *
 * usage: node tools/provide.ts [--install]
 *
 * Says what is there and what is missing, with how to get it. With `--install`, on Debian and as root, gets it.
 */
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { runStep } from "./run-step.ts"

interface Provision {
  readonly name: string
  readonly debianPackage: string
  readonly find: () => string | null
}

export const provisions: readonly Provision[] = [
  { name: "Chromium", debianPackage: "chromium", find: findChromium },
  { name: "PostgreSQL", debianPackage: "postgresql", find: findPostgres },
]

/** The browser that the tests drive, or null. `CHROMIUM` names one outside the usual places. */
export function findChromium(): string | null {
  const places = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ]
  return places.find((path): path is string => path !== undefined && existsSync(path)) ?? null
}

/** The server's program, with initdb beside it, or null. `POSTGRES` names one outside the usual places. */
export function findPostgres(): string | null {
  const debian = "/usr/lib/postgresql"
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [
    process.env.POSTGRES,
    ...versions.map((version) => join(debian, version, "bin", "postgres")),
    ...(process.env.PATH ?? "").split(":").map((folder) => join(folder, "postgres")),
    "/opt/homebrew/bin/postgres",
  ]
  return places.find((path): path is string => path !== undefined && existsSync(path)) ?? null
}

/** Names what is missing; installs it first where `install` is set and the machine allows. */
export async function provide(install: boolean): Promise<readonly string[]> {
  const missing = (): readonly Provision[] => provisions.filter((provision) => provision.find() === null)
  const canInstall = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0
  if (install && canInstall && missing().length > 0) {
    const packages = missing().map((provision) => provision.debianPackage)
    console.log(`installing ${packages.join(", ")}`)
    await runStep("apt-get", ["update", "-q"], { quiet: true })
    const installed = await runStep(
      "apt-get",
      ["install", "-y", "-q", "--no-install-recommends", ...packages],
      { quiet: true },
    )
    if (installed.status !== 0) console.log(installed.output.slice(-2000))
  }
  return missing().map(
    ({ name, debianPackage }) => `${name} is not here; on Debian: apt-get install ${debianPackage}`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lacks = await provide(process.argv.includes("--install"))
  console.log(lacks.length === 0 ? "nothing is missing" : lacks.join("\n"))
}
