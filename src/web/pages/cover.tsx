import { recordDate, type StoryWire, type TextLevel } from "../../api/index.ts"
import { type PageAddress, storySections } from "../address.ts"
import { sectionNames } from "../components/frame.tsx"
import { PageLink } from "../components/page-link.tsx"
import { oneFileName, type PageContent, type Site, storyTitle } from "../site.ts"
import { gapsOf } from "../story-parts.ts"
import { count, countReports, readableDays, readableTime } from "../words.ts"

/** What a dossier of each level holds, in a sentence for its reader. */
export const levelWords: Readonly<Record<TextLevel, string>> = {
  quoted:
    "Of the reports’ own text this dossier holds the sentences that a claim cites. The others are left out, and where they stood is marked.",
  full: "This dossier holds the whole text of every report.",
  offsets:
    "This dossier holds none of the reports’ sentences: every claim is cited by its place and by the hash of its sentence. Wordings are masked, letter for dot.",
}

/** The first page of a story's dossier: what it holds, of when, made with what, and the way to all of it. */
export function coverPage(site: Site, story: StoryWire): PageContent {
  const { made } = site.view.document
  const range = readableDays(story.from, story.to)
  const date = recordDate(site.view.document)
  const settings = Object.entries(made.options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const gaps = gapsOf(site.view, story).length
  const facts: readonly (readonly [string, string])[] = [
    ["Scope", countReports(story.reports.length, story.texts.length)],
    ["Days told of", range ?? "not known"],
    ["Last seen", date === null ? "no capture has a time" : readableTime(date)],
    ["Statements", count(story.statements.length, "statement")],
    ["Differences", count(story.disagreements.length, "difference")],
    ["Gaps", gaps === 0 ? "none known" : count(gaps, "gap")],
    ["Made by", made.tool],
    ["Settings", settings.length === 0 ? "the usual ones" : settings.join("; ")],
  ]
  return {
    title: storyTitle(story),
    address: { page: "library" },
    story: null,
    drawers: [],
    body: (
      <div class="cover">
        <p class="eyebrow">The record of a story</p>
        <h1>
          <bdi>{storyTitle(story)}</bdi>
        </h1>
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>{site.dossier ? levelWords[site.dossier.text] : null}</p>
        <h2>Contents</h2>
        <ul class="plain-list contents">
          {contentsOf(site, story).map(([name, address]) => (
            <li>
              <PageLink site={site} to={address}>
                {name}
              </PageLink>
            </li>
          ))}
          {site.dossier?.isOneFile ? null : (
            <li>
              <a href={oneFileName}>Everything in one file</a>, to send or to print
            </li>
          )}
        </ul>
        <p class="quiet">
          No verdicts: what reports print, and where. <code>variorum verify</code> rechecks every file and
          every citation of a dossier against its manifest.
        </p>
      </div>
    ),
  }
}

function contentsOf(site: Site, story: StoryWire): readonly (readonly [string, PageAddress])[] {
  return [
    ...storySections.map((page) => [sectionNames[page], { page, story }] as const),
    ["Compare", { page: "compare", story, sigla: [] }] as const,
    ["Method and limits", { page: "about" }] as const,
  ].filter(([, address]) => site.to(address) !== null)
}
