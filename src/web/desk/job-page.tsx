import type { PageContent, Site } from "../site.ts"
import { count } from "../words.ts"
import { inputStates, isOver, type JobInputView, type JobView, jobLine } from "./job-view.ts"

/** How the inputs of one job fare. Without a script the page asks again by itself until the job is over. */
export function jobPage(site: Site, job: JobView): PageContent {
  const over = isOver(job)
  return {
    title: "Adding",
    address: null,
    story: null,
    drawers: [],
    refreshSeconds: over ? null : 2,
    body: (
      <div class="job" data-job={over ? undefined : `/add/${job.id}/events`}>
        <div class="page-head">
          <h1>Adding {count(job.inputs.length, "input")}</h1>
        </div>
        <p class="job-line" role="status" aria-live="polite">
          {jobLine(job)}
        </p>
        <JobProgress job={job} />
        <ol class="job-inputs">
          {job.inputs.map((input) => (
            <JobInputRow input={input} />
          ))}
        </ol>
        <div class="job-after">
          {over ? (
            <AfterJob site={site} job={job} />
          ) : (
            <form method="post" action={`/add/${job.id}/cancel`}>
              <button type="submit" class="button">
                Cancel
              </button>
            </form>
          )}
        </div>
      </div>
    ),
  }
}

function JobProgress({ job }: { job: JobView }) {
  if (isOver(job)) return null
  return (
    <progress
      class="job-progress"
      aria-label="Of this step"
      max={job.of > 0 ? job.of : 1}
      value={job.of > 0 ? job.done : undefined}
    />
  )
}

function JobInputRow({ input }: { input: JobInputView }) {
  return (
    <li class={`job-input job-input-${input.state}`} data-row="">
      <bdi class="job-name">{input.name}</bdi>
      <span class="job-state">
        {inputStates[input.state]}
        {input.reports > 1 ? `, ${count(input.reports, "report")}` : ""}
      </span>
      {input.problems.length > 0 ? (
        <ul class="job-problems">
          {input.problems.map((problem) => (
            <li>
              <bdi>{problem}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {input.state === "failed" ? <Offers input={input} /> : null}
    </li>
  )
}

/** What a person can do about an input that gave nothing. Nobody is offered to pass over what a site forbids. */
function Offers({ input }: { input: JobInputView }) {
  const page = input.retry
  return (
    <div class="offers">
      {page === null ? null : (
        <form method="post" action="/add">
          <input type="hidden" name="text" value={page} />
          <button type="submit" class="button">
            Try again
          </button>
        </form>
      )}
      <a
        class="button"
        href={page === null ? "/add#add-text" : `/add?address=${encodeURIComponent(page)}#add-text`}
      >
        Paste its text
      </a>
      <a class="button" href="/add#add-files">
        Give a file
      </a>
    </div>
  )
}

function AfterJob({ site, job }: { site: Site; job: JobView }) {
  return (
    <>
      {job.stories.length > 0 ? (
        <section aria-labelledby="job-stories">
          <h2 id="job-stories">Stories with what was added</h2>
          <ul class="plain-list">
            {job.stories.map((story) => (
              <li>
                <a href={story.href}>
                  <bdi>{story.title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p class="job-next">
        <a class="button button-main" href={site.to({ page: "library" }) ?? "/"}>
          To the library
        </a>{" "}
        <a class="button" href="/add">
          Add more
        </a>
      </p>
    </>
  )
}
