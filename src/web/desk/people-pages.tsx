import type { PageContent, Site } from "../site.ts"
import { type PersonView, type Role, roles } from "./desk-page.ts"
import { Fault } from "./fault.tsx"

export const roleWords: Readonly<Record<Role, string>> = {
  reader: "reads",
  editor: "reads, adds reports, splits and merges stories",
  owner: "does all this, and says who may",
}

export function accountPage(site: Site): PageContent {
  const viewer = site.viewer
  return {
    title: "Account",
    address: null,
    story: null,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Account</h1>
          <p class="lede">
            {viewer?.account ? (
              <>
                Signed in as <bdi>{viewer.account}</bdi>: {viewer.role}, who {roleWords[viewer.role]}.
              </>
            ) : (
              "Nobody signs in on this server: it answers this machine alone."
            )}
          </p>
        </div>
        {viewer?.account ? (
          <p class="add-actions">
            {viewer.role === "owner" ? (
              <a class="button" href="/people">
                People
              </a>
            ) : null}
            <form method="post" action="/sign-out">
              <button type="submit" class="button">
                Sign out
              </button>
            </form>
          </p>
        ) : null}
      </>
    ),
  }
}

interface LinkMade {
  readonly email: string
  readonly href: string
  readonly minutes: number
}

export function peoplePage(
  people: readonly PersonView[],
  link: LinkMade | null,
  fault: string | null,
): PageContent {
  return {
    title: "People",
    address: null,
    story: null,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>People</h1>
          <p class="lede">Who may sign in, and what they may do.</p>
        </div>
        <Fault words={fault} />
        {link === null ? null : (
          <div class="done" role="status">
            <p>
              A link for <bdi>{link.email}</bdi>, which works once, within {link.minutes} minutes. It is shown
              only now:
            </p>
            <p class="source">{link.href}</p>
          </div>
        )}
        <ul class="people">
          {people.map((person) => (
            <PersonRow person={person} />
          ))}
        </ul>
        <form method="post" action="/people" class="add-form" aria-labelledby="invite">
          <h2 id="invite">Make a link for somebody</h2>
          <p class="add-field">
            <label for="email">E-mail address</label>
            <input id="email" name="email" type="email" required maxLength={254} autocomplete="off" />
          </p>
          <RoleChoice />
          <p class="add-actions">
            <button type="submit" class="button button-main">
              Make a link
            </button>
          </p>
        </form>
      </>
    ),
  }
}

function PersonRow({ person }: { person: PersonView }) {
  return (
    <li data-row="">
      <bdi class="job-name">{person.email}</bdi>
      <span class="job-state">
        {person.role}: {roleWords[person.role]}
      </span>
      <form method="post" action="/people/remove">
        <input type="hidden" name="email" value={person.email} />
        <button type="submit" class="button">
          Remove<span class="sr"> {person.email}</span>
        </button>
      </form>
    </li>
  )
}

function RoleChoice() {
  return (
    <p class="add-field">
      <label for="role">May</label>
      <select id="role" name="role">
        {roles.map((one) => (
          <option value={one}>
            {one}: {roleWords[one]}
          </option>
        ))}
      </select>
    </p>
  )
}
