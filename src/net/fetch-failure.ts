/** Why a page was not had. None of these means that the page is gone for good. */
export type FetchFailure =
  | { readonly kind: "bad-address" }
  | { readonly kind: "private-address" }
  /** `rule`: the line of its robots.txt that says so; null where it cannot be told. */
  | { readonly kind: "disallowed"; readonly rule: string | null }
  /** RFC 9309: a site whose robots.txt cannot be had is left alone. */
  | { readonly kind: "no-robots"; readonly cause: FetchFailure }
  | { readonly kind: "unreachable"; readonly detail: string }
  | { readonly kind: "bad-certificate"; readonly detail: string }
  /** Bytes that are no HTTP, or headers without end. */
  | { readonly kind: "bad-answer" }
  | { readonly kind: "timeout"; readonly timeoutMs: number }
  | { readonly kind: "broken-off" }
  | { readonly kind: "too-large"; readonly bytesMax: number }
  | { readonly kind: "too-many-redirects" }
  /** `retryAfterMs`: what the server asked for, where it did. */
  | { readonly kind: "status"; readonly status: number; readonly retryAfterMs: number | null }

/** In plain words, to stand behind the page's address. */
export function fetchFailureText(failure: FetchFailure): string {
  switch (failure.kind) {
    case "bad-address":
      return "it is no address of a page"
    case "private-address":
      return "it lies in a private network"
    case "disallowed":
      return `the site's robots.txt asks not to fetch it${failure.rule === null ? "" : ` (${failure.rule})`}`
    case "no-robots":
      return failure.cause.kind === "status"
        ? `for its robots.txt ${fetchFailureText(failure.cause)}`
        : fetchFailureText(failure.cause)
    case "unreachable":
      return `the server cannot be reached: ${failure.detail}`
    case "bad-certificate":
      return `the server cannot show that it is the one asked for: ${failure.detail}`
    case "bad-answer":
      return "the server's answer is no HTTP that can be read"
    case "timeout":
      return `the server took more than ${Math.round(failure.timeoutMs / 1000)} s`
    case "broken-off":
      return "the transfer broke off"
    case "too-large":
      return `it is over ${failure.bytesMax >> 20} MiB`
    case "too-many-redirects":
      return "its redirects do not end"
    case "status":
      return `the server answered ${failure.status}`
  }
}
