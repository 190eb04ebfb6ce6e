import type { Context } from "hono"
import { type DeskPage, type Role, roles, type Viewer } from "../web/index.ts"
import { type Accounts, accountLimits, plainEmail } from "./accounts.ts"
import type { Access } from "./create-server.ts"
import type { Provider } from "./openid.ts"
import { htmlAnswer, type Route, seeOther } from "./route.ts"
import { readForm } from "./ruling-routes.ts"

export interface AccessOptions {
  readonly accounts: Accounts
  /** What browsers call the server. */
  readonly origin: URL
  /** Absent: people sign in by links alone. */
  readonly provider?: Provider
}

/** Sign-in by links that work once, and at a provider where there is one. */
export function createAccess(options: AccessOptions): Access {
  const { accounts, origin } = options
  const cookies = cookiesOf(origin)
  return {
    viewerOf: (headers) => {
      const session = cookies.read(headers, "session")
      const person = session === null ? null : accounts.personOf(session)
      return person === null ? null : { account: person.email, role: person.role }
    },
    routes: (pages) => {
      const show = (viewer: Viewer | null, page: DeskPage, status = 200): Response =>
        htmlAnswer((viewer === null ? pages.closedSite() : pages.site()).deskPage(page, viewer), status)
      return [
        ...linkRoutes(options, cookies, show),
        ...providerRoutes(options, cookies, show),
        ...accountRoutes(options, cookies, show),
        ...peopleRoutes(options, show),
      ]
    },
  }
}

type Show = (viewer: Viewer | null, page: DeskPage, status?: number) => Response

function linkRoutes({ accounts, provider }: AccessOptions, cookies: Cookies, show: Show): readonly Route[] {
  const name = provider?.name ?? null
  const used = "That link has been used, or has run out."
  return [
    {
      method: "GET",
      path: "/sign-in",
      least: null,
      rate: "read",
      answer: () => show(null, { page: "sign-in", provider: name, fault: null }),
    },
    {
      method: "GET",
      path: "/sign-in/link/:token",
      least: null,
      rate: "sign-in",
      answer: ({ context }) => {
        const token = context.req.param("token") ?? ""
        const email = accounts.emailOfLink(token)
        if (email === null) return show(null, { page: "sign-in", provider: name, fault: used }, 410)
        return show(null, { page: "sign-in-link", token, email })
      },
    },
    {
      method: "POST",
      path: "/sign-in/link",
      least: null,
      rate: "sign-in",
      answer: async ({ context }) => {
        const session = accounts.useLink((await readForm(context.req.raw))?.get("token") ?? "")
        if (session === null) return show(null, { page: "sign-in", provider: name, fault: used }, 410)
        return cookies.set(seeOther("/"), "session", session, accountLimits.sessionMs)
      },
    },
  ]
}

const attemptCookieMs = 10 * 60_000

function providerRoutes(
  { accounts, provider }: AccessOptions,
  cookies: Cookies,
  show: Show,
): readonly Route[] {
  if (!provider) return []
  const failed = (fault: string, status: number): Response =>
    show(null, { page: "sign-in", provider: provider.name, fault }, status)
  return [
    {
      method: "GET",
      path: "/sign-in/provider",
      least: null,
      rate: "sign-in",
      answer: async () => {
        const begun = await provider.begin(Date.now())
        if (!begun.ok) return failed(begun.error, 502)
        return cookies.set(seeOther(begun.value.location), "attempt", begun.value.attempt, attemptCookieMs)
      },
    },
    {
      method: "GET",
      path: "/sign-in/callback",
      least: null,
      rate: "sign-in",
      answer: async ({ context }) => {
        const attempt = cookies.read(context.req.raw.headers, "attempt") ?? ""
        const { search } = new URL(context.req.url)
        const email = await provider.finish(attempt, search, Date.now())
        if (!email.ok) return failed(email.error, 401)
        const session = accounts.openSession(email.value)
        if (session === null)
          return failed(`${email.value} has not been let in here. Ask whoever runs this server.`, 403)
        return cookies.set(
          cookies.set(seeOther("/"), "attempt", "", 0),
          "session",
          session,
          accountLimits.sessionMs,
        )
      },
    },
  ]
}

function accountRoutes({ accounts }: AccessOptions, cookies: Cookies, show: Show): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/account",
      least: "reader",
      rate: "read",
      answer: ({ viewer }) => show(viewer, { page: "account" }),
    },
    {
      method: "POST",
      path: "/sign-out",
      least: "reader",
      rate: "write",
      answer: ({ context }) => {
        accounts.closeSession(cookies.read(context.req.raw.headers, "session") ?? "")
        return cookies.set(seeOther("/sign-in"), "session", "", 0)
      },
    },
  ]
}

function peopleRoutes({ accounts, origin }: AccessOptions, show: Show): readonly Route[] {
  const page = (viewer: Viewer | null, fault: string | null, link: string | null, email = ""): Response => {
    const minutes = accountLimits.linkMs / 60_000
    const shown = link === null ? null : { email, href: link, minutes }
    return show(
      viewer,
      { page: "people", people: accounts.people(), link: shown, fault },
      fault === null ? 200 : 422,
    )
  }
  return [
    {
      method: "GET",
      path: "/people",
      least: "owner",
      rate: "read",
      answer: ({ viewer }) => page(viewer, null, null),
    },
    {
      method: "POST",
      path: "/people",
      least: "owner",
      rate: "write",
      answer: async ({ context, viewer }) => {
        const person = await personIn(context)
        if (person === null) return page(viewer, "That is no e-mail address.", null)
        const token = accounts.invite(person.email, person.role)
        if (!token.ok) return page(viewer, token.error, null)
        return page(viewer, null, linkAddress(origin, token.value), person.email)
      },
    },
    {
      method: "POST",
      path: "/people/remove",
      least: "owner",
      rate: "write",
      answer: async ({ context, viewer }) => {
        const removed = accounts.remove((await personIn(context))?.email ?? "")
        return removed.ok ? seeOther("/people") : page(viewer, removed.error, null)
      },
    },
  ]
}

async function personIn(context: Context): Promise<{ readonly email: string; readonly role: Role } | null> {
  const form = await readForm(context.req.raw)
  const email = plainEmail(form?.get("email") ?? "")
  return email === null ? null : { email, role: roles.find((role) => role === form?.get("role")) ?? "reader" }
}

/** The link that signs in with `token`. */
export function linkAddress(origin: URL, token: string): string {
  return new URL(`/sign-in/link/${token}`, origin).href
}

interface Cookies {
  read(headers: Headers, name: "session" | "attempt"): string | null
  set(answer: Response, name: "session" | "attempt", value: string, ageMs: number): Response
}

/**
 * Cookies that no script reads and no other site sends along with a change. Behind TLS they are bound to this host.
 * `Lax`, since the way back from a provider begins at another site.
 */
function cookiesOf(origin: URL): Cookies {
  const isSecure = origin.protocol === "https:"
  const nameOf = (name: string): string => `${isSecure ? "__Host-" : ""}variorum-${name}`
  return {
    read: (headers, name) => cookieIn(headers, nameOf(name)),
    set: (answer, name, value, ageMs) => {
      const rights = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${Math.round(ageMs / 1000)}`
      answer.headers.append("set-cookie", `${nameOf(name)}=${value}; ${rights}${isSecure ? "; Secure" : ""}`)
      return answer
    },
  }
}

/** The value of the cookie that comes first; ours have no letters that need quoting. */
function cookieIn(headers: Headers, name: string): string | null {
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const [key, value] = pair.trim().split("=")
    if (key === name && value && /^[\w-]{1,100}$/.test(value)) return value
  }
  return null
}
