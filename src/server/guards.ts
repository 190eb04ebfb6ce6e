/** Sent with every answer: nothing but this server's own files may load, and no other page may hold this one. */
export const pagePolicy: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

/** Whether a request asks for this machine by a name of its own, or by one of `allowed`, whatever the port. */
export function isLocalHost(host: string | undefined, allowed: readonly string[]): boolean {
  if (host === undefined) return false
  const name = host.toLowerCase().replace(/:\d+$/, "")
  return name === "localhost" || name === "127.0.0.1" || name === "[::1]" || allowed.includes(name)
}
