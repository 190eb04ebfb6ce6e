import type { StoryWire } from "../../api/index.ts"
import { Siglum } from "../components/sigla.tsx"
import type { PageContent, Site } from "../site.ts"
import { outletName } from "../site.ts"
import { gapsOf, gapWords } from "../story-parts.ts"

/** What could not be read, is short or is uncertain: always listed, never counted. */
export function gapsPage(site: Site, story: StoryWire): PageContent {
  const gaps = gapsOf(site.view, story)
  return {
    title: "Gaps",
    address: { page: "gaps", story },
    story,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Gaps</h1>
          <p class="lede">
            What is missing from this record, and why. An input that could not be read may belong to any
            story.
          </p>
        </div>
        {gaps.length === 0 ? (
          <div class="empty">
            <p>No gap is known: every input was read whole.</p>
          </div>
        ) : (
          <div class="table-frame">
            <table class="gaps stacked">
              <thead>
                <tr>
                  <th scope="col">Input or report</th>
                  <th scope="col">What is missing</th>
                </tr>
              </thead>
              <tbody>
                {gaps.map((gap) => {
                  const report = "report" in gap ? site.view.report(gap.report) : null
                  return (
                    <tr data-row="">
                      <th scope="row">
                        {report ? (
                          <>
                            <Siglum site={site} report={report} /> <bdi>{outletName(report)}</bdi>
                          </>
                        ) : (
                          <bdi class="source">{"input" in gap ? gap.input : gap.report}</bdi>
                        )}
                      </th>
                      <td>{gapWords(gap)}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        )}
      </>
    ),
  }
}
