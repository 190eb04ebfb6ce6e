import type { RecordDocument, ReportWire, StoryWire } from "../record-wire.ts"
import { iriOf, reportsById, reportsOfStory } from "./claims.ts"
import { uuidOf } from "./web-annotation.ts"

/**
 * A story in the words of schema.org: its reports as `NewsArticle`, what was said as `Quotation`, and each value on
 * which the reports differ as a `Claim` with where it appears. No ratings: the record gives no verdict.
 */
export function encodeSchemaOrg(document: RecordDocument, story: StoryWire): string {
  const reports = reportsById(document)
  const refs = (ids: Iterable<string>): readonly object[] =>
    [...new Set(ids)].flatMap((id) => {
      const report = reports.get(id)
      return report ? { "@id": iriOf(report) } : []
    })
  const graph = [
    ...reportsOfStory(document, story).map(newsArticle),
    ...story.statements.map((statement, index) => ({
      "@type": "Quotation",
      "@id": uuidOf(`${story.id} statement ${index + 1}`),
      text: statement.text,
      ...(statement.speakers.length === 0
        ? {}
        : {
            spokenByCharacter: statement.speakers.map(({ name, kind }) => ({
              "@type": kind === "person" ? "Person" : kind === "organisation" ? "Organization" : "Thing",
              name,
            })),
          }),
      isPartOf: refs(statement.readings.map(({ report }) => report)),
    })),
    ...story.disagreements.flatMap((one, index) =>
      one.values.map(({ value, evidence }, at) => ({
        "@type": "Claim",
        "@id": uuidOf(`${story.id} difference ${index + 1}, value ${at + 1}`),
        name: one.about,
        text: value,
        appearance: refs(evidence.map(({ report }) => report)),
      })),
    ),
  ]
  return `${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }, null, 2)}\n`
}

function newsArticle(report: ReportWire): object {
  return {
    "@type": "NewsArticle",
    "@id": iriOf(report),
    identifier: `sha256:${report.source.sha256}`,
    alternateName: report.siglum,
    ...(report.title === null ? {} : { headline: report.title }),
    ...(report.bylines.length === 0
      ? {}
      : { author: report.bylines.map((name) => ({ "@type": "Person", name })) }),
    ...(report.published === null ? {} : { datePublished: report.published }),
    ...(report.modified === null ? {} : { dateModified: report.modified }),
    ...(report.outlet === null ? {} : { publisher: { "@type": "Organization", name: report.outlet } }),
    ...(report.language === null ? {} : { inLanguage: report.language }),
  }
}

/**
 * How the record of a story came about, in PROV-O as JSON-LD: reports derived from captured bytes, the story's record
 * made of them by one run of the program. No time of the run: the record has none.
 */
export function encodeProv(document: RecordDocument, story: StoryWire): string {
  const reports = reportsOfStory(document, story)
  const run = uuidOf(`${story.id} run`)
  const agent = uuidOf(document.made.tool)
  const ref = (id: string): object => ({ "@id": id })
  const reportId = (report: ReportWire): string => uuidOf(`report ${report.id}`)
  const graph = [
    { "@id": agent, "@type": "prov:SoftwareAgent", "rdfs:label": document.made.tool },
    {
      "@id": run,
      "@type": "prov:Activity",
      "rdfs:label": "variorum record",
      "prov:used": reports.map((report) => ref(iriOfBytes(report))),
      "prov:wasAssociatedWith": ref(agent),
    },
    ...reports.flatMap((report) => [
      {
        "@id": iriOfBytes(report),
        "@type": "prov:Entity",
        "rdfs:label": "url" in report.source ? report.source.url : report.source.file,
        ...(report.source.capturedAt !== null && /T.*(?:Z|[+-]\d\d:\d\d)$/.test(report.source.capturedAt)
          ? { "prov:generatedAtTime": { "@type": "xsd:dateTime", "@value": report.source.capturedAt } }
          : {}),
      },
      {
        "@id": reportId(report),
        "@type": "prov:Entity",
        "rdfs:label": report.siglum,
        "prov:wasDerivedFrom": ref(iriOfBytes(report)),
        "prov:wasGeneratedBy": ref(run),
      },
    ]),
    {
      "@id": uuidOf(`story ${story.id}`),
      "@type": ["prov:Entity", "prov:Collection"],
      "rdfs:label": story.title ?? story.id,
      "prov:hadMember": reports.map((report) => ref(reportId(report))),
      "prov:wasGeneratedBy": ref(run),
      "prov:wasAttributedTo": ref(agent),
    },
  ]
  const context = {
    prov: "http://www.w3.org/ns/prov#",
    rdfs: "http://www.w3.org/2000/01/rdf-schema#",
    xsd: "http://www.w3.org/2001/XMLSchema#",
  }
  return `${JSON.stringify({ "@context": context, "@graph": graph }, null, 2)}\n`
}

function iriOfBytes({ source }: ReportWire): string {
  return `ni:///sha-256;${Buffer.from(source.sha256, "hex").toString("base64url")}`
}
