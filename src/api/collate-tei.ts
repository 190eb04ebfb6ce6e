import type { Collation } from "../collation/index.ts"

/**
 * A collation as a TEI P5 document by the parallel segmentation method (Guidelines, 13.2.3). Where all witnesses agree
 * the text stands once; elsewhere an `app` holds one `lem` or `rdg` for each wording, with all witnesses that print
 * it: the `lem` is the wording best supported, where a witness prints just that. No wording is an empty reading.
 */
export function encodeTei(collation: Collation): string {
  const names = xmlNames(collation.witnesses.map((witness) => witness.id))
  const list = collation.witnesses.map(
    (witness, w) => `          <witness xml:id="${names[w]}" n="${escaped(witness.id)}"/>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Collation</title></titleStmt>
      <publicationStmt><p>Made by variorum collate</p></publicationStmt>
      <sourceDesc>
        <listWit>
${list.join("")}        </listWit>
      </sourceDesc>
    </fileDesc>
    <encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
  </teiHeader>
  <text><body><p>${body(collation, names)}</p></body></text>
</TEI>
`
}

/** Consecutive rows in which all witnesses agree, or in which some do not: what each witness prints, and the text. */
interface Segment {
  readonly agreed: boolean
  readonly spaced: boolean
  readonly printed: string[]
  lemma: string
}

function body(collation: Collation, names: readonly string[]): string {
  return segmentsOf(collation)
    .map((segment, at) => {
      const lead = at > 0 && segment.spaced ? " " : ""
      if (segment.agreed) return lead + escaped(segment.printed[0]!)
      const sigla = new Map<string, string[]>()
      segment.printed.forEach((reading, w) => {
        const found = sigla.get(reading)
        if (found) found.push(`#${names[w]}`)
        else sigla.set(reading, [`#${names[w]}`])
      })
      const readings = [...sigla].sort(
        (a, b) => Number(b[0] === segment.lemma) - Number(a[0] === segment.lemma),
      )
      const markup = readings.map(([reading, wit]) => {
        const name = reading === segment.lemma ? "lem" : "rdg"
        return `<${name} wit="${wit.join(" ")}">${escaped(reading)}</${name}>`
      })
      return `${lead}<app>${markup.join("")}</app>`
    })
    .join("")
}

function segmentsOf(collation: Collation): readonly Segment[] {
  const lemmas = new Map(collation.textTokens.map((token) => [token.row, token]))
  const next = collation.witnesses.map(() => 0)
  const segments: Segment[] = []
  collation.rows.forEach((row, at) => {
    const tokens = row.map((text, w) => (text === null ? null : collation.witnesses[w]!.tokens[next[w]!++]!))
    const agreed = tokens.every((token) => token !== null && token.text === tokens[0]!.text)
    let segment = segments.at(-1)
    if (!segment || segment.agreed !== agreed) {
      const spaced = tokens.some((token) => token !== null && token.gap !== "")
      segment = { agreed, spaced, printed: row.map(() => ""), lemma: "" }
      segments.push(segment)
    }
    tokens.forEach((token, w) => {
      if (token) segment.printed[w] = extended(segment.printed[w]!, token)
    })
    const lemma = lemmas.get(at)
    if (lemma) segment.lemma = extended(segment.lemma, lemma)
  })
  return segments
}

function extended(printed: string, token: { readonly text: string; readonly gap: string }): string {
  return printed + (printed !== "" && token.gap !== "" ? " " : "") + token.text
}

/** The ids as XML names, each its own; what a name cannot hold becomes `_`. */
function xmlNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return ids.map((id) => {
    const plain = id.replace(/[^\p{L}\p{Nd}_.-]/gu, "_").replace(/^(?![\p{L}_])/u, "w")
    let name = plain
    for (let at = 2; taken.has(name); at++) name = `${plain}.${at}`
    taken.add(name)
    return name
  })
}

/** Characters that XML cannot hold are shown as U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
