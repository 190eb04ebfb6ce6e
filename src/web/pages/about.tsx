import { MarkLegend } from "../components/mark.tsx"
import type { PageContent, Site } from "../site.ts"
import { count } from "../words.ts"
import { levelWords } from "./cover.tsx"

/** What the record is, how it was made and what it does not say. */
export function aboutPage(site: Site): PageContent {
  const { made, reports } = site.view.document
  return {
    title: "How to read this record",
    address: { page: "about" },
    story: null,
    drawers: [],
    body: (
      <div class="prose">
        <h1>How to read this record</h1>
        <p class="lede">
          Many reports of one story, side by side: who said what in every printed wording, who shares whose
          text, and where figures, dates, names and speakers differ.
        </p>
        <h2>What is counted</h2>
        <p>
          <strong>Reports</strong> are pages or files. <strong>Distinct texts</strong> are what is left when
          reports that print one text are counted once: a copy is no second witness. Distinct does not mean
          independent; two reporters may have heard the same press officer.
        </p>
        <p>
          A filled box <i class="tick" /> stands for a distinct text, an empty one <i class="tick copy" /> for
          a further report that prints the same text.
        </p>
        <h2>The marks</h2>
        <MarkLegend marks={["added", "dropped", "changed", "figure", "attribution", "moved"]} />
        <h2>What it does not say</h2>
        <p>
          It gives no verdict: no value is called true, no outlet better. “Shares text with” says that words
          are the same, not who wrote them first. The wording on top of a statement is the one that most
          distinct texts support. What could not be read is listed under Gaps.
        </p>
        {site.dossier ? (
          <>
            <h2>What this dossier holds</h2>
            <p>{levelWords[site.dossier.text]}</p>
          </>
        ) : null}
        <h2>How it was made</h2>
        <p>
          By {made.tool}, from {count(made.inputs.length, "input")}, giving {count(reports.length, "report")}.
        </p>
        <div class="table-frame">
          <table class="inputs">
            <thead>
              <tr>
                <th scope="col">Input</th>
                <th scope="col">SHA-256</th>
                <th scope="col">Outcome</th>
              </tr>
            </thead>
            <tbody>
              {made.inputs.map((input) => (
                <tr>
                  <td>
                    <bdi class="source">{input.input}</bdi>
                  </td>
                  <td>
                    {input.sha256 ? <code title={input.sha256}>{input.sha256.slice(0, 12)}</code> : "none"}
                  </td>
                  <td>{input.ok ? "read" : (input.error ?? "not read")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    ),
  }
}
