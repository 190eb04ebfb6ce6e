import type { Collation, WitnessToken } from "../collation/index.ts"
import { escapedXml, xmlNames } from "./xml-names.ts"

/**
 * A collation as a TEI P5 document by the parallel segmentation method (Guidelines, 13.2.3). Where all witnesses agree
 * the text stands once; elsewhere an `app` holds one `lem` or `rdg` for each wording, with all witnesses that print
 * it: the `lem` is the wording best supported, where a witness prints just that. No wording is an empty reading. What
 * each witness prints can be read off again, but for the kind and the amount of its white space.
 */
export function encodeTei(collation: Collation): string {
  const names = xmlNames(collation.witnesses.map((witness) => witness.id))
  const list = collation.witnesses.map(
    (witness, w) => `          <witness xml:id="${names[w]}" n="${escapedXml(witness.id)}"/>\n`,
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
  <text><body><p>${teiApparatus(collation, names)}</p></body></text>
</TEI>
`
}

/** Consecutive rows in which all witnesses agree, or in which some do not: what each witness prints, and the text. */
interface Segment {
  readonly agreed: boolean
  /** White space before it that stands for all witnesses, outside of their readings. */
  lead: string
  /** With the white space before it, where `lead` does not stand for it. */
  readonly printed: string[]
  lemma: string
}

/** The text with its apparatus, to stand in a paragraph; `names` are the witnesses' `xml:id`s. */
export function teiApparatus(collation: Collation, names: readonly string[]): string {
  return segmentsOf(collation)
    .map(({ agreed, lead, printed, lemma }) => {
      if (agreed) return lead + escapedXml(printed[0]!)
      const sigla = new Map<string, string[]>()
      printed.forEach((reading, w) => {
        const found = sigla.get(reading)
        if (found) found.push(`#${names[w]}`)
        else sigla.set(reading, [`#${names[w]}`])
      })
      const readings = [...sigla].sort((a, b) => Number(b[0] === lemma) - Number(a[0] === lemma))
      const markup = readings.map(([reading, wit]) => {
        const name = reading === lemma ? "lem" : "rdg"
        return `<${name} wit="${wit.join(" ")}">${escapedXml(reading)}</${name}>`
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
    const agreed = tokens.every((token) => token !== null && spaced(token) === spaced(tokens[0]!))
    let segment = segments.at(-1)
    if (!segment || segment.agreed !== agreed) {
      segment = { agreed, lead: "", printed: row.map(() => ""), lemma: "" }
      segments.push(segment)
    }
    tokens.forEach((token, w) => {
      if (token) segment.printed[w] += spaced(token)
    })
    const lemma = lemmas.get(at)
    if (lemma) segment.lemma += spaced(lemma)
  })
  segments.forEach((segment, at) => {
    takeOutLead(segment, segments[at + 1])
  })
  return segments
}

/** A token with what stands before it: white space of any kind and amount is one space. */
function spaced({ gap, text }: Pick<WitnessToken, "gap" | "text">): string {
  return (gap === "" ? "" : " ") + text
}

/**
 * White space that begins all readings of a segment is set before it. A witness that prints nothing there must have
 * white space before what it prints next.
 */
function takeOutLead(segment: Segment, following: Segment | undefined): void {
  const isLed = segment.printed.every((reading, w) => {
    if (reading !== "") return reading.startsWith(" ")
    return following === undefined || following.printed[w]!.startsWith(" ")
  })
  if (!isLed) return
  segment.lead = " "
  segment.printed.forEach((reading, w) => {
    segment.printed[w] = reading.slice(1)
  })
  segment.lemma = segment.lemma.slice(1)
}
