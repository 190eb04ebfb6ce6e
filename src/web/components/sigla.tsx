import type { ReportWire } from "../../api/index.ts"
import { headline, outletName, type Site } from "../site.ts"
import { PageLink } from "./page-link.tsx"

/** The short name of a report, leading to it. A siglum is never coloured: it is told by its letters. */
export function Siglum({ site, report, sentence }: { site: Site; report: ReportWire; sentence?: number }) {
  return (
    <bdi class="siglum">
      <PageLink
        site={site}
        to={{ page: "report", siglum: report.siglum }}
        fragment={sentence ? `s${sentence}` : undefined}
        title={`${outletName(report)}: ${headline(report)}`}
      >
        {report.siglum}
      </PageLink>
    </bdi>
  )
}

/** Sigla in a row, sorted as the reports were published. */
export function Sigla({ site, reports }: { site: Site; reports: readonly ReportWire[] }) {
  return (
    <span class="sigla">
      {reports.map((report, index) => (
        <>
          {index > 0 ? " " : ""}
          <Siglum site={site} report={report} />
        </>
      ))}
    </span>
  )
}
