import type { Article, ReportId } from "../article/index.ts"
import { compareNullable, compareStrings } from "../base/index.ts"

/**
 * A short name for each report: letters of the outlet (else of the host, else of the file's name) and a number in
 * order of publication, then id: `NYT2`. Unique in the record, the same for any order of articles.
 */
export function assignSigla(articles: readonly Article[]): ReadonlyMap<ReportId, string> {
  const sigla = new Map<ReportId, string>()
  const counts = new Map<string, number>()
  const ordered = [...articles].sort(
    (a, b) => compareNullable(a.published, b.published) || compareStrings(a.id, b.id),
  )
  for (const article of ordered) {
    const letters = lettersOf(article)
    const count = (counts.get(letters) ?? 0) + 1
    counts.set(letters, count)
    sigla.set(article.id, `${letters}${count}`)
  }
  return sigla
}

function lettersOf(article: Article): string {
  const { outlet, url, source } = article
  if (outlet !== null) {
    const letters = lettersOfWords(outlet)
    if (letters !== null) return letters
  }
  const host = hostOf(url ?? (source.kind === "url" ? source.name : null))
  const fileName =
    source.kind === "file"
      ? source.name
          .split("/")
          .at(-1)!
          .replace(/\.[^.]*$/, "")
      : null
  return (host && lettersOfWords(host)) ?? (fileName && lettersOfWords(fileName)) ?? "R"
}

/** "https://www.example.co.uk/…" is "example". */
function hostOf(url: string | null): string | null {
  const host = url === null ? null : /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1]
  if (!host || /^[\d.]+$/.test(host)) return null
  const labels = host
    .toLowerCase()
    .split(".")
    .filter((label) => !/^(?:www|m|amp|news|edition)\d*$/.test(label))
  const name = labels[0] ?? null
  return name !== null && name.length > 5 ? name.replace(/^the/, "") : name
}

/** Initials of several words ("New York Times": NYT), three letters of one ("The Verge": VER); null without a word. */
function lettersOfWords(name: string): string | null {
  // A file named by its hash has letters and no words.
  const words = name.replace(/[0-9a-f]{8,}/gi, " ").match(/\p{L}[\p{L}'’]*/gu) ?? []
  const telling = words.filter(
    (word) => word.length > 1 && !/^(?:the|of|and|le|la|les|der|die|das|el)$/i.test(word),
  )
  const chosen = telling.length > 0 ? telling : words
  if (chosen.length === 0) return null
  const letters =
    chosen.length === 1
      ? [...chosen[0]!].filter((character) => /\p{L}/u.test(character)).slice(0, 3)
      : chosen.slice(0, 4).map((word) => [...word][0]!)
  return letters.join("").toUpperCase()
}
