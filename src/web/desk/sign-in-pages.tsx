import type { PageContent } from "../site.ts"
import { Fault } from "./fault.tsx"

export function signInPage(provider: string | null, fault: string | null): PageContent {
  return {
    title: "Sign in",
    address: null,
    story: null,
    drawers: [],
    isBare: true,
    body: (
      <div class="sign-in">
        <div class="page-head">
          <h1>Sign in</h1>
          <p class="lede">This record is not open to everybody.</p>
        </div>
        <Fault words={fault} />
        {provider === null ? null : (
          <p class="add-actions">
            <a class="button button-main" href="/sign-in/provider">
              Sign in at {provider}
            </a>
          </p>
        )}
        <p class="quiet">
          {provider === null ? "" : "Or open "}
          {provider === null ? "Open " : ""}the link that you were sent. It works once. If it has run out, ask
          whoever runs this server for another.
        </p>
      </div>
    ),
  }
}

/**
 * A link in a message is also opened by programs that look at messages, so that opening it does nothing: the button
 * signs in.
 */
export function signInLinkPage(token: string, email: string): PageContent {
  return {
    title: "Sign in",
    address: null,
    story: null,
    drawers: [],
    isBare: true,
    body: (
      <div class="sign-in">
        <div class="page-head">
          <h1>Sign in</h1>
          <p class="lede">
            As <bdi>{email}</bdi>.
          </p>
        </div>
        <form method="post" action="/sign-in/link">
          <input type="hidden" name="token" value={token} />
          <button type="submit" class="button button-main">
            Sign in
          </button>
        </form>
      </div>
    ),
  }
}
