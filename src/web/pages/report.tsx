import type { LinkWire, ReportWire, RewriteWire, StoryWire } from "../../api/index.ts"
import { pairOf } from "../compared-pairs.ts"
import { PageLink } from "../components/page-link.tsx"
import { ReportText } from "../components/report-text.tsx"
import { Siglum } from "../components/sigla.tsx"
import { sourceName } from "../evidence.ts"
import { pageVersions, versionsId } from "../page-versions.ts"
import { reportLayers } from "../report-layers.ts"
import { headline, languageOf, outletName, type PageContent, type Site } from "../site.ts"
import { count, percent, readableTime } from "../words.ts"

const linksMax = 12

/** One stored version of a report: what is known of it, then its text with every claim marked where it stands. */
export function reportPage(site: Site, report: ReportWire): PageContent {
  const story = site.view.storyOf(report.id)
  const layers = reportLayers(site.view, report)
  const rewrite = story?.rewrites.find((one) => one.report === report.id && one.rules.length > 0) ?? null
  return {
    title: `${report.siglum}: ${headline(report)}`,
    address: { page: "report", siglum: report.siglum },
    story,
    drawers: [],
    body: (
      <article class="report-page">
        <header class="report-head">
          <p class="eyebrow">
            <bdi class="siglum-plain">{report.siglum}</bdi> <bdi>{outletName(report)}</bdi>
          </p>
          <h1 lang={languageOf(report)} dir="auto">
            {headline(report)}
          </h1>
          <ReportFacts report={report} />
        </header>
        {story ? <VersionsLine site={site} story={story} report={report} /> : null}
        <p class="report-contents">{contentsWords(site, story, report)}</p>
        {story && site.isServed && story.reports.length > 1 ? (
          <p class="head-actions">
            <PageLink
              class="button"
              keyName="base"
              site={site}
              to={{ page: "compare", story, sigla: [report.siglum] }}
            >
              Compare with others
            </PageLink>
          </p>
        ) : null}
        {story ? <SharesTextWith site={site} story={story} report={report} /> : null}
        {rewrite ? <RewriteTable site={site} rewrite={rewrite} /> : null}
        <h2 class="sr">Text</h2>
        {report.text.trim() === "" ? (
          <div class="empty">
            <p>No text was found in this report.</p>
          </div>
        ) : (
          <ReportText site={site} story={story} report={report} layers={layers} />
        )}
      </article>
    ),
  }
}

/** Which capture of its page this is, with the way to the one before and the one after. */
function VersionsLine({ site, story, report }: { site: Site; story: StoryWire; report: ReportWire }) {
  const versions = pageVersions(site.view, story).find((one) => one.versions.includes(report))?.versions ?? []
  if (versions.length < 2) return null
  const at = versions.indexOf(report)
  const [before, after] = [versions[at - 1], versions[at + 1]]
  const to = (version: ReportWire | undefined) =>
    version === undefined ? null : site.to({ page: "report", siglum: version.siglum })
  const [earlier, later] = [to(before), to(after)]
  return (
    <p class="versions-line">
      <span>
        Version {at + 1} of {versions.length}
      </span>
      <span class="pager-links">
        {earlier ? (
          <a class="button" rel="prev" href={earlier}>
            Earlier version
          </a>
        ) : null}
        {later ? (
          <a class="button" rel="next" href={later}>
            Later version
          </a>
        ) : null}
      </span>
      <PageLink site={site} to={{ page: "history", story }} fragment={versionsId(site, versions.at(-1)!)}>
        What changed
      </PageLink>
    </p>
  )
}

function ReportFacts({ report }: { report: ReportWire }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ["By", report.bylines.length > 0 ? report.bylines.join(", ") : null],
    ["Published", report.published ? readableTime(report.published) : "not known"],
    ["Modified", report.modified ? readableTime(report.modified) : null],
    ["Captured", report.source.capturedAt ? readableTime(report.source.capturedAt) : null],
    ["Source", sourceName(report)],
    ["Address", "file" in report.source ? report.source.address : null],
    ["SHA-256", report.source.sha256],
  ]
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

function contentsWords(site: Site, story: StoryWire | null, report: ReportWire): string {
  if (story === null || story.reports.length === 1)
    return "The only report of its event here. Add a second report to compare."
  const { statements, figures } = site.view.mentionsOf(report.id)
  if (statements.length + figures.length === 0) return "Nothing in this report is compared with another."
  const parts = [
    ...(statements.length > 0 ? [count(statements.length, "statement")] : []),
    ...(figures.length > 0
      ? [count(figures.length, "point on which the reports differ", "points on which the reports differ")]
      : []),
  ]
  return `Marked below: ${parts.join(" and ")}.`
}

function SharesTextWith({ site, story, report }: { site: Site; story: StoryWire; report: ReportWire }) {
  const links = story.links
    .filter((link) => link.a === report.id || link.b === report.id)
    .sort((x, y) => ownShare(y, report) - ownShare(x, report))
  if (links.length === 0) return null
  return (
    <section class="shares" aria-labelledby="shares">
      <h2 id="shares">Shares text with</h2>
      <ul class="share-list">
        {links.slice(0, linksMax).map((link) => {
          const other = site.view.report(link.a === report.id ? link.b : link.a)
          if (!other) return null
          return (
            <li>
              <Siglum site={site} report={other} />{" "}
              <span>
                {percent(ownShare(link, report))} of this report, {percent(ownShare(link, other))} of that one
              </span>{" "}
              <PageLink
                site={site}
                to={{ page: "compare", story, sigla: pairOf(site.view, story, other, report) }}
              >
                compare<span class="sr"> with {other.siglum}</span>
              </PageLink>
            </li>
          )
        })}
      </ul>
      {links.length > linksMax ? (
        <p class="quiet">and {count(links.length - linksMax, "more report")}</p>
      ) : null}
    </section>
  )
}

function ownShare(link: LinkWire, report: ReportWire): number {
  return link.a === report.id ? link.aShare : link.bShare
}

function RewriteTable({ site, rewrite }: { site: Site; rewrite: RewriteWire }) {
  const source = rewrite.source === null ? null : site.view.report(rewrite.source)
  return (
    <section class="rewrite" aria-labelledby="rewrite">
      <h2 id="rewrite">Words put in place of others throughout</h2>
      <p>
        This report has the same words replaced again and again, as a machine would do it
        {source ? (
          <>
            , against <Siglum site={site} report={source} />
          </>
        ) : null}
        .
      </p>
      <div class="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">Instead of</th>
              <th scope="col">It prints</th>
              <th scope="col" class="number">
                Times
              </th>
            </tr>
          </thead>
          <tbody>
            {rewrite.rules.map((rule) => (
              <tr>
                <td>{rule.from}</td>
                <td>{rule.to}</td>
                <td class="number">
                  {rule.seen} of {rule.outOf}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
