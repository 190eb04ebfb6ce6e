import type { ReportWire, StoryWire } from "../../api/index.ts"
import type { CompareAddress } from "../address.ts"
import { pairsToCompare } from "../compared-pairs.ts"
import { Comparison, comparisonForm } from "../components/comparison.tsx"
import { PageLink } from "../components/page-link.tsx"
import { comparedMax } from "../parse-address.ts"
import { outletName, type PageContent, type Site } from "../site.ts"
import { percent } from "../words.ts"

/** Two to four reports side by side, opened on the rows that differ. With fewer than two, the choice of them. */
export function comparePage(site: Site, address: CompareAddress): PageContent {
  const { story, sigla } = address
  const reports = sigla.flatMap(
    (siglum) => site.view.reportsOf(story).find((report) => report.siglum === siglum) ?? [],
  )
  const isChosen = reports.length >= 2
  return {
    title: isChosen ? `Compare ${sigla.join(", ")}` : "Compare",
    address,
    story,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Compare</h1>
          <p class="lede">
            {isChosen
              ? "Sentence beside sentence. The first report is the base: a choice, never the correct one."
              : "Choose two to four reports to read sentence beside sentence."}
          </p>
        </div>
        {site.isServed ? <Chooser site={site} story={story} reports={reports} /> : null}
        {isChosen ? <Orders site={site} address={address} reports={reports} /> : null}
        {isChosen ? (
          <Comparison
            site={site}
            reports={reports}
            prefix=""
            names={reports.map((report, index) => `${outletName(report)}${index === 0 ? " · base" : ""}`)}
            shown={address}
          />
        ) : (
          <Pairs site={site} story={story} />
        )}
      </>
    ),
  }
}

function Chooser({ site, story, reports }: { site: Site; story: StoryWire; reports: readonly ReportWire[] }) {
  const all = site.view.reportsOf(story)
  const fields = ["base", "with", "add", "add"].slice(
    0,
    Math.min(comparedMax, Math.max(3, reports.length + 1)),
  )
  const base = reports[0] ?? all[0]
  const offered = [base, all.find((report) => report !== base)]
  const names = ["Base", "With", "And", "And"]
  return (
    <form
      class="chooser"
      id={comparisonForm}
      method="get"
      action={(site.to({ page: "compare", story, sigla: [] }) ?? "").split("?")[0]}
    >
      {fields.map((name, index) => (
        <label class="field">
          <span>{names[index]}</span>
          <select name={name}>
            {index > 1 ? <option value="">none</option> : null}
            {all.map((report) => (
              <option
                value={site.view.slugs.report(report.siglum)}
                selected={report === (reports[index] ?? offered[index])}
              >
                {`${report.siglum} · ${outletName(report)}`}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" class="button">
        Compare
      </button>
    </form>
  )
}

/** The same reports with another base; a dossier holds each pair in one order only, and shows none of this. */
function Orders(props: { site: Site; address: CompareAddress; reports: readonly ReportWire[] }) {
  const { site, address, reports } = props
  const withBase = (at: number): readonly string[] => [
    reports[at]!.siglum,
    ...reports.filter((_, index) => index !== at).map(({ siglum }) => siglum),
  ]
  const others = reports.slice(1).flatMap((report, index) => {
    const sigla = withBase(index + 1)
    return site.to({ ...address, sigla }) === null ? [] : [{ report, sigla }]
  })
  if (others.length === 0) return null
  return (
    <p class="orders head-actions">
      {others.map(({ report, sigla }, index) => (
        <PageLink
          class="button"
          keyName={index === 0 ? "swap" : "base"}
          site={site}
          to={{ ...address, sigla }}
        >
          Make {report.siglum} the base
        </PageLink>
      ))}
    </p>
  )
}

/** Reports that share most text, to begin with. */
function Pairs({ site, story }: { site: Site; story: StoryWire }) {
  const pairs = pairsToCompare(site.view, story)
  if (pairs.length === 0) return <p class="quiet">There is only one report in this story.</p>
  return (
    <ul class="pairs">
      {pairs.map(({ first, second, link }) => (
        <li data-row="">
          <PageLink site={site} to={{ page: "compare", story, sigla: [first.siglum, second.siglum] }}>
            <bdi>{first.siglum}</bdi> and <bdi>{second.siglum}</bdi>
          </PageLink>{" "}
          <span class="quiet">
            {outletName(first)}, {outletName(second)}
            {link ? ` · share ${percent(Math.max(link.aShare, link.bShare))}` : " · no shared text found"}
          </span>
        </li>
      ))}
    </ul>
  )
}
