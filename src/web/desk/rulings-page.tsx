import { PageLink } from "../components/page-link.tsx"
import type { PageContent, Site } from "../site.ts"
import { count, readableTime } from "../words.ts"
import type { RuledReport, RulingView } from "./desk-page.ts"

/** What people have ruled on which reports belong together, the latest first. `done` is the id of the one just made. */
export function rulingsPage(site: Site, rulings: readonly RulingView[], done: string | null): PageContent {
  const made = rulings.find((ruling) => ruling.id === done)
  return {
    title: "Said by hand",
    address: null,
    story: null,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Said by hand</h1>
          <p class="lede">
            Which reports tell one story, and which do not, as people have ruled. Where two contradict each
            other, the later holds.
          </p>
        </div>
        {made ? (
          <p class="done" role="status">
            Done: {kindWords[made.kind]}, {count(made.reports.length + made.others.length, "report")}.
          </p>
        ) : null}
        {rulings.length === 0 ? (
          <div class="empty">
            <p>Nothing has been ruled: all stories are as they were found.</p>
          </div>
        ) : (
          <ol class="rulings">
            {[...rulings].reverse().map((ruling) => (
              <RulingRow site={site} ruling={ruling} />
            ))}
          </ol>
        )}
      </>
    ),
  }
}

const kindWords: Readonly<Record<RulingView["kind"], string>> = {
  "same-story": "these tell one story",
  "other-story": "these tell another story",
}

function RulingRow({ site, ruling }: { site: Site; ruling: RulingView }) {
  return (
    <li id={`r-${ruling.id}`} class="ruling" data-row="">
      <p class="ruling-words">
        <Ruled site={site} reports={ruling.reports} />{" "}
        {ruling.kind === "same-story" ? (
          "tell one story."
        ) : (
          <>
            {ruling.reports.length === 1 ? "tells" : "tell"} another story than{" "}
            <Ruled site={site} reports={ruling.others} />.
          </>
        )}
      </p>
      <p class="quiet">
        <bdi>{ruling.by ?? "given to the archive"}</bdi>
        {ruling.at === null ? "" : `, ${readableTime(ruling.at)}`}
      </p>
      {site.canAdd ? (
        <form method="post" action={`/rulings/${ruling.id}/withdraw`}>
          <button type="submit" class="button">
            Take back
          </button>
        </form>
      ) : null}
    </li>
  )
}

const namedMax = 8

function Ruled({ site, reports }: { site: Site; reports: readonly RuledReport[] }) {
  const known = reports.filter(({ siglum, link }) => siglum !== null || link)
  const named = known.slice(0, namedMax)
  const rest = known.length - named.length
  const missing = reports.length - known.length
  return (
    <span class="sigla">
      {named.map(({ siglum, link }, i) => (
        <>
          {i > 0 ? ", " : ""}
          {link ? (
            <a href={link.href}>
              <bdi>{link.name}</bdi>
            </a>
          ) : (
            <PageLink class="siglum" site={site} to={{ page: "report", siglum: siglum! }}>
              <bdi>{siglum}</bdi>
            </PageLink>
          )}
        </>
      ))}
      {rest > 0 ? ` and ${count(rest, "more", "more")}` : ""}
      {missing > 0 ? `${known.length > 0 ? ", " : ""}${count(missing, "report")} not here now` : ""}
    </span>
  )
}
