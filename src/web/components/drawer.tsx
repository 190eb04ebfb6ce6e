import { isLeftOut } from "../../api/index.ts"
import type { Span } from "../../base/index.ts"
import type { Drawer, EvidenceItem } from "../evidence.ts"
import { liveAddress, sourceName, webAddress } from "../evidence.ts"
import { cutLayers } from "../layers.ts"
import { headline, languageOf, outletName, type Site } from "../site.ts"
import { count, groupDigits, readableTime } from "../words.ts"
import { PageLink } from "./page-link.tsx"
import { Siglum } from "./sigla.tsx"

/**
 * The evidence behind a claim: the same panel on every page. Closed until a link to its id is followed, which needs no
 * script; the script only moves the focus and listens to Escape.
 */
export function EvidenceDrawer({ site, drawer }: { site: Site; drawer: Drawer }) {
  const each = drawer.isPaired ? 2 : 1
  const hidden = (drawer.total - drawer.items.length) / each
  return (
    <section class="drawer" id={drawer.id} role="dialog" aria-labelledby={`${drawer.id}-t`} tabIndex={-1}>
      <div class="drawer-head">
        <div>
          <p class="eyebrow">
            Evidence · {count(drawer.total / each, drawer.isPaired ? "shared passage" : "passage")}
            {hidden > 0 ? `, the first ${drawer.items.length / each} shown` : ""}
          </p>
          <h2 id={`${drawer.id}-t`}>{drawer.title}</h2>
          {drawer.note ? <p class="drawer-note">{drawer.note}</p> : null}
          {drawer.more ? <DrawerMore site={site} more={drawer.more} /> : null}
        </div>
        <a class="button drawer-close" href={`#${drawer.backTo}`}>
          Close
        </a>
      </div>
      <ol class="evidence-list">
        {drawer.items.map((item) => (
          <li class="evidence">
            <EvidenceEntry site={site} item={item} />
          </li>
        ))}
      </ol>
      {hidden > 0 ? (
        <p class="more">
          {drawer.all ? (
            <PageLink
              site={site}
              to={drawer.all}
              fragment={drawer.all.page === "figure" ? drawer.id : undefined}
            >
              All {count(drawer.total, "passage")}
            </PageLink>
          ) : (
            `${count(hidden, "more passage")} in the record's JSON.`
          )}
        </p>
      ) : null}
    </section>
  )
}

function DrawerMore({ site, more: { notes, link } }: { site: Site; more: NonNullable<Drawer["more"]> }) {
  return (
    <>
      <ul class="drawer-notes">
        {notes.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      {site.to(link.to) === null ? null : (
        <p class="head-actions">
          <PageLink class="button" site={site} to={link.to}>
            {link.words}
          </PageLink>
        </p>
      )}
    </>
  )
}

export function EvidenceEntry({ site, item }: { site: Site; item: EvidenceItem }) {
  const { report, place } = item
  const whole = place ? { start: place.cited[0]!.start, end: place.cited.at(-1)!.end } : null
  const cited = whole ? textOf(report.text, whole) : ""
  const isHidden = place !== null && isLeftOut(report, place.cited[0]!)
  const live = whole && !isHidden ? liveAddress(report, whole) : null
  const snapshot = site.to(
    { page: "report", siglum: report.siglum },
    place && place.sentenceNumber > 0 ? `s${place.sentenceNumber}` : undefined,
  )
  return (
    <>
      <p class="evidence-source">
        <Siglum site={site} report={report} /> <bdi>{outletName(report)}</bdi>
        <span class="evidence-headline">
          <bdi>{headline(report)}</bdi>
        </span>
      </p>
      {place && isHidden ? (
        <p class="not-held">
          The words are left out of this dossier: characters {groupDigits(place.cited[0]!.start)} to{" "}
          {groupDigits(place.cited.at(-1)!.end)} of the text.
        </p>
      ) : place ? (
        <blockquote lang={languageOf(report)} dir="auto">
          {place.before ? <span class="context">{textOf(report.text, place.before)} </span> : null}
          <CitedText text={report.text} within={place.sentences} cited={place.cited} />
          {place.after ? <span class="context"> {textOf(report.text, place.after)}</span> : null}
        </blockquote>
      ) : (
        <p class="broken">Sentence not found in this version of the report.</p>
      )}
      <p class="evidence-facts">
        <span>
          {report.published ? `Published ${readableTime(report.published)}` : "Time of publication not known"}
        </span>
        {report.source.capturedAt ? <span>Captured {readableTime(report.source.capturedAt)}</span> : null}
        <span title={report.source.sha256}>
          SHA-256 <code>{report.source.sha256.slice(0, 12)}</code>
        </span>
      </p>
      <p class="evidence-address">{webAddress(report) ?? sourceName(report)}</p>
      <p class="evidence-actions">
        {snapshot ? (
          <a class="button" href={snapshot}>
            {place && place.sentenceNumber > 0
              ? `Read in the report, sentence ${place.sentenceNumber}`
              : "Read in the report"}
          </a>
        ) : null}
        {live ? (
          <a class="button live-page" href={live} rel="noreferrer external">
            Live page<span class="when-offline"> (offline)</span>
          </a>
        ) : null}
        <button type="button" class="button" data-copy={citation(item, cited)} hidden>
          Copy with citation
        </button>
      </p>
    </>
  )
}

function CitedText({ text, within, cited }: { text: string; within: Span; cited: readonly Span[] }) {
  return (
    <span class="cited-sentence">
      {cutLayers(within, cited).map((run) =>
        run.layers.length > 0 ? (
          <mark class="cited">{text.slice(run.start, run.end)}</mark>
        ) : (
          text.slice(run.start, run.end)
        ),
      )}
    </span>
  )
}

function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

function citation({ report }: EvidenceItem, cited: string): string {
  const when = report.published ?? "no date"
  return `“${cited}” — ${outletName(report)}, “${headline(report)}”, ${when}. ${sourceName(report)} (SHA-256 ${report.source.sha256})`
}
