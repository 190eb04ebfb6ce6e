import { type StoryWire, storyFormats, type TextLevel } from "../../api/index.ts"
import { exportPath } from "../address.ts"
import type { PageContent, Site } from "../site.ts"

const levels: readonly (readonly [TextLevel, string, string])[] = [
  ["quoted", "Quoted sentences", "Only the sentences that a claim cites."],
  ["full", "Full text", "The whole text of every report."],
  ["offsets", "Places only", "None of the reports’ sentences: where they stand, and their hashes."],
]

/** The story to take away: a server hands out files, a dossier says how they are made. */
export function exportPage(site: Site, story: StoryWire): PageContent {
  return {
    title: "Export",
    address: { page: "export", story },
    story,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Export</h1>
          <p class="lede">This story as a file to keep, to print or to give to another program.</p>
        </div>
        <section aria-labelledby="whole">
          <h2 id="whole">One page that holds everything</h2>
          <p class="export-note">
            Opens from a disk, needs no network and no script, and prints with numbered notes. You choose how
            much of the reports’ own words it holds.
          </p>
          <ul class="exports">
            {levels.map(([level, title, words]) => (
              <li>
                <ExportLink site={site} story={story} name={`${level}.html`} title={title} />
                <span>{words}</span>
                {site.isServed ? null : (
                  <code>variorum export record.json --one-file story.html --text {level}</code>
                )}
              </li>
            ))}
          </ul>
          <p class="export-note quiet">
            A folder of pages with a manifest that can be rechecked:{" "}
            <code>variorum export record.json --dossier folder</code>
          </p>
        </section>
        <section aria-labelledby="formats">
          <h2 id="formats">For other programs</h2>
          <ul class="exports">
            {storyFormats.map((format) => (
              <li>
                <ExportLink
                  site={site}
                  story={story}
                  name={`${format.name}.${format.extension}`}
                  title={format.title}
                />
                <span>{format.what}</span>
                {site.isServed ? null : <code>variorum export record.json --format {format.name}</code>}
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  }
}

function ExportLink(props: { site: Site; story: StoryWire; name: string; title: string }) {
  if (!props.site.isServed) return <strong>{props.title}</strong>
  return (
    <a href={exportPath(props.story, props.name, props.site.view.slugs)} download={props.name}>
      {props.title}
    </a>
  )
}
