import type { LinkWire, ReportWire, StoryWire } from "../../api/index.ts"
import type { LineageShown } from "../address.ts"
import { pairOf } from "../compared-pairs.ts"
import { LineageControls } from "../components/lineage-controls.tsx"
import { LineageDrawing } from "../components/lineage-graph.tsx"
import { PageLink } from "../components/page-link.tsx"
import { Sigla, Siglum } from "../components/sigla.tsx"
import { collectPassages, type Drawer, placeOf } from "../evidence.ts"
import { layOutLineage } from "../lineage-graph.ts"
import { reasonWords, rivalExplanations } from "../rival-explanations.ts"
import type { PageContent, Site } from "../site.ts"
import { linkDrawerId, linksOfTexts, strongestShare } from "../text-links.ts"
import { count, countReports, percent } from "../words.ts"
import { publishedWords } from "./library.tsx"

const linkWords: Readonly<Record<LinkWire["kind"], string>> = {
  identical: "the same text",
  near: "nearly the same text",
  extract: "a part of the other",
  edited: "an edited text",
  rewritten: "the same text with words replaced",
  shares: "shares some passages",
}

/** Who shares whose text. It never says "copied": what can be shown is that words are the same. */
export function lineagePage(site: Site, story: StoryWire, shown: LineageShown = {}): PageContent {
  const graph = layOutLineage(site.view, story, shown)
  const all = linksOfTexts(story, shown)
  const links = all.slice(0, linksMax)
  const hidden = linksOfTexts(story, { ...shown, shareMin: 0 }).length - all.length
  const strong = links.filter((link) => strongestShare(link) >= foldedShareMax)
  const weak = links.filter((link) => strongestShare(link) < foldedShareMax)
  const told = new Set([...links.slice(0, drawersMax), ...graph.edges.map(({ link }) => link)])
  return {
    title: "Lineage",
    address: { page: "lineage", story, shown },
    story,
    drawers: [...told].flatMap((link) => linkDrawer(site, story, link) ?? []),
    body: (
      <>
        <div class="page-head">
          <h1>Lineage</h1>
          <p class="lede">
            {countReports(story.reports.length, story.texts.length)}. Two reports that share text may have it
            from each other, or both from a third that is not in this set.
          </p>
        </div>
        {site.isServed && story.links.length > 0 ? (
          <LineageControls site={site} story={story} shown={shown} hidden={hidden} />
        ) : null}
        <LineageDrawing site={site} graph={graph} />
        {graph.alone.length > 0 && graph.nodes.length > 0 ? (
          <p class="alone">
            Not drawn, sharing little or nothing: <Sigla site={site} reports={graph.alone} />
          </p>
        ) : null}
        <TextTable site={site} story={story} />
        <section aria-labelledby="links">
          <h2 id="links">Texts that share wording</h2>
          {strong.length > 0 ? <LinkTable site={site} story={story} links={strong} told={told} /> : null}
          {links.length + hidden === 0 ? (
            <p class="quiet">No two texts were found to share wording.</p>
          ) : null}
          {weak.length > 0 ? (
            <details open={strong.length === 0}>
              <summary>
                {count(weak.length, "pair")} that share less than {percent(foldedShareMax)}
              </summary>
              <LinkTable site={site} story={story} links={weak} told={told} />
            </details>
          ) : null}
          {all.length > links.length ? (
            <p class="quiet">
              {count(all.length - links.length, "further pair")} that share less stand in the JSON and CSV of
              this page.
            </p>
          ) : null}
          {hidden > 0 ? (
            <p class="quiet">
              {count(hidden, "pair")} that share less than {shown.shareMin}% not listed.
            </p>
          ) : null}
        </section>
      </>
    ),
  }
}

const foldedShareMax = 0.2
/** So many pairs are listed, the most shared first. */
const linksMax = 1_000
/** So many of them have their passages on the page itself, and those that are drawn. */
const drawersMax = 40

function LinkTable(props: {
  site: Site
  story: StoryWire
  links: readonly LinkWire[]
  told: ReadonlySet<LinkWire>
}) {
  const { site, story, links, told } = props
  return (
    <div class="table-frame">
      <table class="links stacked">
        <thead>
          <tr>
            <th scope="col">Reports</th>
            <th scope="col">How</th>
            <th scope="col">Shared</th>
            <th scope="col">Reasons</th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <LinkRow site={site} story={story} link={link} isTold={told.has(link)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TextTable({ site, story }: { site: Site; story: StoryWire }) {
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">Distinct texts</h2>
      <div class="table-frame">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">First printed by</th>
              <th scope="col">Published</th>
              <th scope="col">The same text in</th>
            </tr>
          </thead>
          <tbody>
            {story.texts.map((text) => {
              const members = site.view.reportsAmong(text.members)
              const origin = (text.origin === null ? null : site.view.report(text.origin)) ?? members[0]
              if (!origin) return null
              return (
                <tr data-row="">
                  <th scope="row">
                    <Siglum site={site} report={origin} /> {origin.outlet ? <bdi>{origin.outlet}</bdi> : null}
                    {members.length > 1 && text.origin === null ? (
                      <span class="quiet"> (which came first is not known)</span>
                    ) : null}
                  </th>
                  <td data-label="Published">{publishedWords(origin.published)}</td>
                  <td data-label="The same text in">
                    {members.length === 1 ? (
                      <span class="quiet">no other report</span>
                    ) : (
                      <Sigla site={site} reports={members.filter((report) => report !== origin)} />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Why two reports are linked, what else would explain it, and each passage as both print it; null without any. */
function linkDrawer(site: Site, story: StoryWire, link: LinkWire): Drawer | null {
  const { view } = site
  const [a, b, id] = [view.report(link.a), view.report(link.b), linkDrawerId(view, link)]
  if (!a || !b || id === null) return null
  const { evidence, total } = collectPassages(view, link)
  const [first, second] = link.direction === "b>a" ? [b, a] : [a, b]
  const reasons = link.reasons.map((reason) => reasonWords(view, reason))
  return {
    id,
    title: `${first.siglum} ${link.direction === null ? "and" : "→"} ${second.siglum}: ${linkWords[link.kind]}`,
    note: `${percent(link.aShare)} of ${a.siglum}, ${percent(link.bShare)} of ${b.siglum}. Each passage as the one prints it, then as the other does.`,
    more: {
      notes: [
        ...(reasons.length > 0 ? [`Reasons: ${reasons.join("; ")}.`] : []),
        `Also fits: ${rivalExplanations(view, story, link).join("; ")}.`,
      ],
      link: {
        to: { page: "compare", story, sigla: pairOf(view, story, a, b) },
        words: "Compare sentence by sentence",
      },
    },
    items: evidence,
    total,
    isPaired: true,
    all: null,
    backTo: linkRowId(id),
  }
}

function linkRowId(drawer: string): string {
  return drawer.slice("e-".length)
}

function LinkRow(props: { site: Site; story: StoryWire; link: LinkWire; isTold: boolean }) {
  const { site, story, link, isTold } = props
  const [a, b] = [site.view.report(link.a), site.view.report(link.b)]
  if (!a || !b) return null
  const drawer = linkDrawerId(site.view, link)
  const [first, second]: readonly [ReportWire, ReportWire] = link.direction === "b>a" ? [b, a] : [a, b]
  return (
    <tr data-row="" tabIndex={-1} id={drawer === null ? undefined : linkRowId(drawer)}>
      <th scope="row">
        <Siglum site={site} report={first} />
        {link.direction === null ? " and " : " → "}
        <Siglum site={site} report={second} />{" "}
        <PageLink
          class="read"
          site={site}
          to={{ page: "compare", story, sigla: pairOf(site.view, story, first, second) }}
        >
          compare
        </PageLink>
      </th>
      <td data-label="How">{linkWords[link.kind]}</td>
      <td data-label="Shared">
        {percent(link.aShare)} of <bdi>{a.siglum}</bdi>, {percent(link.bShare)} of <bdi>{b.siglum}</bdi>{" "}
        {drawer === null ? null : !isTold ? (
          <FirstPassage site={site} report={a} link={link} />
        ) : (
          <a class="read" href={`#${drawer}`} data-drawer="">
            {count(link.passages.length, "passage")}
            <span class="sr">
              {" "}
              shared by {a.siglum} and {b.siglum}
            </span>
          </a>
        )}
      </td>
      <td data-label="Reasons">
        {link.reasons.map((reason) => reasonWords(site.view, reason)).join("; ") || "none given"}.{" "}
        <span class="quiet">Also fits: {rivalExplanations(site.view, story, link).join("; ")}.</span>
      </td>
    </tr>
  )
}

/** Where the page does not have a link's passages, the way to the first of them. */
function FirstPassage({ site, report, link }: { site: Site; report: ReportWire; link: LinkWire }) {
  const first = link.passages[0]
  const place = first ? placeOf(report, [first.a]) : null
  if (place === null || place.sentenceNumber === 0) return null
  return (
    <PageLink
      class="read"
      site={site}
      to={{ page: "report", siglum: report.siglum }}
      fragment={`s${place.sentenceNumber}`}
    >
      read the first of {count(link.passages.length, "passage")}
    </PageLink>
  )
}
