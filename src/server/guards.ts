/** Sent with every answer: nothing but this server's own files may load, and no other page may hold this one. */
export const pagePolicy: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  // A form of our own must name its origin, which `no-referrer` would hide.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

/** Whether a request asks for this machine by a name of its own, or by one of `allowed`, whatever the port. */
export function isLocalHost(host: string | undefined, allowed: readonly string[]): boolean {
  if (host === undefined) return false
  const name = host.toLowerCase().replace(/:\d+$/, "")
  return isLoopback(name) || allowed.includes(name)
}

export function isLoopback(name: string): boolean {
  return name === "localhost" || name === "127.0.0.1" || name === "::1" || name === "[::1]"
}

/**
 * Whether a request that changes something comes from a page of this server, as the browser says: by `Sec-Fetch-Site`
 * where it sends that, else by `Origin`. A program that sends neither has to say `Origin` itself. `origin` is what the
 * browser calls the server.
 */
export function isSameOrigin(headers: Headers, origin: string): boolean {
  const site = headers.get("sec-fetch-site")
  if (site !== null && site !== "same-origin") return false
  const from = headers.get("origin")
  if (from !== null && from !== "null") return from === origin
  return site === "same-origin"
}
