import type { StoryWire } from "../../api/index.ts"
import { publishedWords } from "../pages/library.tsx"
import { headline, languageOf, outletName, type PageContent, type Site } from "../site.ts"
import { Fault } from "./fault.tsx"

/** The reports of a story, to be parted by a person. */
export function arrangePage(site: Site, story: StoryWire, fault: string | null): PageContent {
  return {
    title: "Split this story",
    address: null,
    story,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Split this story</h1>
          <p class="lede">
            Choose reports that do not belong here. What you say is kept with your name, outlives every
            remaking of the record, and can be <a href="/rulings">taken back</a>.
          </p>
        </div>
        <Fault words={fault} />
        <form method="post" action="/rulings" class="arrange">
          <input type="hidden" name="story" value={site.view.slugs.story(story)} />
          <fieldset>
            <legend class="sr">Reports of this story</legend>
            <ul class="choices">
              {site.view.reportsOf(story).map((report) => (
                <li data-row="">
                  <label class="choice">
                    <input type="checkbox" name="report" value={site.view.slugs.report(report.siglum)} />
                    <bdi class="siglum-plain">{report.siglum}</bdi>{" "}
                    <bdi class="choice-name" lang={languageOf(report)}>
                      {headline(report)}
                    </bdi>
                    <span class="quiet">
                      <bdi>{outletName(report)}</bdi> · {publishedWords(report.published)}
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <p class="add-actions">
            <button type="submit" name="kind" value="split" class="button button-main">
              The chosen tell another story
            </button>
            <button type="submit" name="kind" value="apart" class="button">
              The two chosen are not the same event
            </button>
          </p>
        </form>
      </>
    ),
  }
}
