import type { RecordDocument, StoryWire } from "../record-wire.ts"
import { encodeBibtex, encodeCsl, encodeRis } from "./bibliography.ts"
import { encodeChangeFeed } from "./change-feed.ts"
import { encodeClaims } from "./claims.ts"
import { encodeGexf, encodeLineageDot, encodeLineageGraphml } from "./lineage-graph.ts"
import { encodeProv, encodeSchemaOrg } from "./linked-data.ts"
import { encodeStatementsTei } from "./statements-tei.ts"
import { encodeWebAnnotations } from "./web-annotation.ts"

/** A form in which a story is handed to other programs. */
export interface StoryFormat {
  /** As the command line and addresses name it. */
  readonly name: string
  readonly title: string
  /** What it holds, and who reads it. */
  readonly what: string
  readonly extension: string
  readonly mediaType: string
  encode(document: RecordDocument, story: StoryWire): string
}

export const storyFormats: readonly StoryFormat[] = [
  {
    name: "csv",
    title: "CSV",
    what: "Every claim with each place it stands on, for a spreadsheet.",
    extension: "csv",
    mediaType: "text/csv; charset=utf-8",
    encode: encodeClaims,
  },
  {
    name: "tei",
    title: "TEI P5",
    what: "The statements with their apparatus, for scholarly editors.",
    extension: "tei.xml",
    mediaType: "application/tei+xml; charset=utf-8",
    encode: encodeStatementsTei,
  },
  {
    name: "web-annotation",
    title: "Web Annotation",
    what: "Every claim as an annotation on the words it cites, for annotation tools.",
    extension: "annotations.jsonld",
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    encode: encodeWebAnnotations,
  },
  {
    name: "jsonld",
    title: "schema.org",
    what: "Reports, quotations and claims as linked data.",
    extension: "jsonld",
    mediaType: "application/ld+json",
    encode: encodeSchemaOrg,
  },
  {
    name: "prov",
    title: "PROV",
    what: "What the record was made of, and by what.",
    extension: "prov.jsonld",
    mediaType: "application/ld+json",
    encode: encodeProv,
  },
  {
    name: "graphml",
    title: "GraphML",
    what: "Who shares whose text, for yEd and networkx.",
    extension: "graphml",
    mediaType: "application/graphml+xml",
    encode: encodeLineageGraphml,
  },
  {
    name: "gexf",
    title: "GEXF",
    what: "Who shares whose text, for Gephi.",
    extension: "gexf",
    mediaType: "application/gexf+xml",
    encode: encodeGexf,
  },
  {
    name: "dot",
    title: "DOT",
    what: "Who shares whose text, for Graphviz.",
    extension: "dot",
    mediaType: "text/vnd.graphviz; charset=utf-8",
    encode: encodeLineageDot,
  },
  {
    name: "bibtex",
    title: "BibTeX",
    what: "The reports as references, for LaTeX.",
    extension: "bib",
    mediaType: "application/x-bibtex; charset=utf-8",
    encode: encodeBibtex,
  },
  {
    name: "ris",
    title: "RIS",
    what: "The reports as references, for Zotero and EndNote.",
    extension: "ris",
    mediaType: "application/x-research-info-systems; charset=utf-8",
    encode: encodeRis,
  },
  {
    name: "csl",
    title: "CSL-JSON",
    what: "The reports as references, for Zotero and pandoc.",
    extension: "csl.json",
    mediaType: "application/vnd.citationstyles.csl+json",
    encode: encodeCsl,
  },
  {
    name: "changes",
    title: "Feed of changes",
    what: "What the story’s pages changed after publishing, for feed readers.",
    extension: "atom",
    mediaType: "application/atom+xml; charset=utf-8",
    encode: encodeChangeFeed,
  },
]

export function storyFormat(name: string): StoryFormat | null {
  return storyFormats.find((format) => format.name === name) ?? null
}
