import type { ReportWire, StoryWire } from "../../api/index.ts"
import { PageLink } from "../components/page-link.tsx"
import { Sigla } from "../components/sigla.tsx"
import { headline, languageOf, outletName, type PageContent, type Site } from "../site.ts"
import { countReports, groupDigits } from "../words.ts"
import { publishedWords } from "./library.tsx"

export function reportsPage(site: Site, story: StoryWire): PageContent {
  const reports = site.view.reportsOf(story)
  return {
    title: "Reports",
    address: { page: "reports", story },
    story,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Reports</h1>
          <p class="lede">
            {countReports(reports.length, story.texts.length)}. Distinct means: not found to share its text
            with another report of this set.
          </p>
          {site.canAdd && reports.length > 1 ? (
            <p class="more">
              <a href={`/s/${site.view.slugs.story(story)}/arrange`}>Some tell another story</a>
            </p>
          ) : null}
        </div>
        <div class="table-frame">
          <table class="reports stacked">
            <thead>
              <tr>
                <th scope="col">Siglum</th>
                <th scope="col">Report</th>
                <th scope="col">Published</th>
                <th scope="col">Same text as</th>
                <th scope="col" class="number">
                  Statements
                </th>
              </tr>
            </thead>
            <tbody>
              {reports.map((report) => (
                <ReportRow site={site} story={story} report={report} />
              ))}
            </tbody>
          </table>
        </div>
      </>
    ),
  }
}

function ReportRow({ site, story, report }: { site: Site; story: StoryWire; report: ReportWire }) {
  const copies = new Set(story.texts.find((text) => text.members.includes(report.id))?.members ?? [])
  const others = site.view.reportsOf(story).filter((other) => copies.has(other.id) && other.id !== report.id)
  return (
    <tr data-row="">
      <td>
        <bdi class="siglum-plain">{report.siglum}</bdi>
      </td>
      <th scope="row" class="report-name">
        <PageLink site={site} to={{ page: "report", siglum: report.siglum }}>
          <bdi lang={languageOf(report)}>{headline(report)}</bdi>
        </PageLink>
        <span class="quiet">
          <bdi>{[outletName(report), ...report.bylines].join(" · ")}</bdi>
        </span>
      </th>
      <td data-label="Published">{publishedWords(report.published)}</td>
      <td data-label="Same text as">
        {others.length === 0 ? <span class="quiet">none</span> : <Sigla site={site} reports={others} />}
      </td>
      <td class="number" data-label="Statements">
        {groupDigits(site.view.mentionsOf(report.id).statements.length)}
      </td>
    </tr>
  )
}
