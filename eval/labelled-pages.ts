import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { readCapture, type SourceDocument } from "../src/intake/index.ts"

/** A page with what people say is on it. Null and empty where they say nothing. */
export interface LabelledPage {
  readonly id: string
  readonly url: string
  readonly file: string
  readonly text: string
  readonly title: string | null
  readonly bylines: readonly string[]
  readonly published: string | null
  readonly kind: string
}

/** Half of the pages, by a digest of their ids, were never looked at while the rules were made. */
export function isBlind(page: LabelledPage): boolean {
  return Number.parseInt(createHash("sha256").update(page.id).digest("hex")[0]!, 16) >= 8
}

export function htmlOf(page: LabelledPage): string {
  return gunzipSync(readFileSync(page.file)).toString("utf8")
}

export function documentOf(page: LabelledPage): SourceDocument {
  const capture = {
    kind: "url",
    name: page.url,
    bytes: gunzipSync(readFileSync(page.file)),
    mediaType: "text/html",
    charset: "utf-8",
    capturedAt: null,
  } as const
  const document = readCapture(capture).documents[0]
  if (!document) throw new Error(`${page.file} gave no document`)
  return document
}

export function readAebPages(folder: string): readonly LabelledPage[] {
  const truth: Record<string, { articleBody: string; url?: string }> = JSON.parse(
    readFileSync(join(folder, "ground-truth.json"), "utf8"),
  )
  return Object.entries(truth).map(([id, { articleBody, url }]) => ({
    id,
    url: url ?? id,
    file: join(folder, "html", `${id}.html.gz`),
    text: articleBody,
    title: null,
    bylines: [],
    published: null,
    kind: "article",
  }))
}

export function readWcxbPages(folder: string): readonly LabelledPage[] {
  return readdirSync(join(folder, "ground-truth"))
    .sort()
    .flatMap((name) => {
      const label = JSON.parse(readFileSync(join(folder, "ground-truth", name), "utf8"))
      const truth = label.ground_truth
      const id = name.replace(/\.json$/, "")
      const file = join(folder, "html", `${id}.html.gz`)
      if (!truth.main_content || !existsSync(file)) return []
      return {
        id,
        url: label.url ?? id,
        file,
        text: truth.main_content,
        title: truth.title || null,
        bylines: Array.isArray(truth.author) ? truth.author : (truth.author ?? "").split(/,| and |;/),
        published: truth.publish_date ?? null,
        kind: label._internal?.page_type?.primary || "article",
      }
    })
}
