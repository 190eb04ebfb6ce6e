import { collateTexts } from "../../collation/index.ts"
import { teiApparatus } from "../collate-tei.ts"
import type { RecordDocument, StoryWire } from "../record-wire.ts"
import { escapedXml, xmlNames } from "../xml-names.ts"
import { reportsById } from "./claims.ts"

/**
 * The statements of a story as TEI P5: reports are the witnesses, and each statement that several print a division with
 * its apparatus by parallel segmentation. Of a report that prints a statement twice, the first reading stands; `n`
 * says which kind of speech a witness that does not quote has.
 */
export function encodeStatementsTei(document: RecordDocument, story: StoryWire): string {
  const reports = reportsById(document)
  const members = story.reports.flatMap((id) => reports.get(id) ?? [])
  const names = xmlNames(members.map(({ siglum }) => siglum))
  const nameOf = new Map(members.map(({ id }, at) => [id, names[at]!]))
  const witnesses = members.map(({ siglum, outlet, title }, at) => {
    const label = [outlet, title].filter((one) => one !== null).join(": ")
    return `          <witness xml:id="${names[at]}" n="${escapedXml(siglum)}">${escapedXml(label)}</witness>\n`
  })
  const divisions = story.statements.map((statement, index) => {
    const texts = new Map<string, string>()
    for (const { report: id, parts } of statement.readings) {
      const report = reports.get(id)
      if (!report || !nameOf.has(id) || texts.has(id)) continue
      texts.set(id, parts.map(({ start, end }) => report.text.slice(start, end)).join(" "))
    }
    const ids = [...texts.keys()]
    const body =
      ids.length === 0
        ? escapedXml(statement.text)
        : teiApparatus(
            collateTexts(ids.map((id) => ({ id, text: texts.get(id)! }))),
            ids.map((id) => nameOf.get(id)!),
          )
    return `<div type="statement" n="${index + 1}"><p>${body}</p></div>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>${escapedXml(story.title ?? "Story")}</title></titleStmt>
      <publicationStmt><p>Made by ${escapedXml(document.made.tool)}</p></publicationStmt>
      <sourceDesc>
        <listWit>
${witnesses.join("")}        </listWit>
      </sourceDesc>
    </fileDesc>
    <encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
  </teiHeader>
  <text><body>
${divisions.join("") || "<p/>"}</body></text>
</TEI>
`
}
