import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { type InputItem, inputFilesLimits, readInputFiles } from "../net/index.ts"
import { siteOf } from "../reuse/index.ts"
import { archiveFileName, openArchive, readCaptures, siteTexts } from "../store/index.ts"
import type { Io } from "./io.ts"

/** All that a command's operands name: what is read from outside, and then what the archives among them keep. */
export async function* readInputs(operands: readonly string[], io: Io): AsyncGenerator<InputItem> {
  const isArchive = (operand: string): boolean =>
    existsSync(join(resolve(io.workingFolder, operand), archiveFileName))
  yield* readInputFiles(
    operands.filter((operand) => !isArchive(operand)),
    {
      ...inputFilesLimits,
      workingFolder: io.workingFolder,
      standardInput: io.input,
      contact: io.environment.VARIORUM_CONTACT ?? null,
    },
  )
  for (const operand of operands.filter(isArchive)) yield* readArchive(operand, io)
}

async function* readArchive(operand: string, io: Io): AsyncGenerator<InputItem> {
  const archive = openArchive(resolve(io.workingFolder, operand), false)
  if (!archive.ok) {
    const gap = { name: operand, member: null, kind: "unreadable", detail: archive.error } as const
    yield { ok: false, gap, named: true }
    return
  }
  try {
    const repeated = siteTexts(archive.value)
    for (const { capture } of readCaptures(archive.value)) {
      const texts = repeated.get(siteOf(capture.name) ?? "")
      yield { ok: true, capture: texts ? { ...capture, siteTexts: texts } : capture, named: false }
    }
  } finally {
    archive.value.close()
  }
}
