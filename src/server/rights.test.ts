import { afterAll, beforeAll, expect, test } from "vitest"
import { openDesk } from "../../test/open-desk.ts"
import { type Role, roles } from "../web/index.ts"
import { createAccess } from "./access.ts"
import { Accounts, accountLimits } from "./accounts.ts"
import { createServer, serverRoutes } from "./create-server.ts"
import type { Desk } from "./desk.ts"
import { Provider } from "./openid.ts"
import { rates } from "./rate-limits.ts"
import { currentSite } from "./record-site.ts"

/** Who may ask for what, by hand. A route that is not here fails the test. */
const rights: Readonly<Record<string, "everybody" | Role>> = {
  "GET /assets/:name": "everybody",
  "GET /healthz": "everybody",
  "GET /openapi.json": "everybody",
  "GET /sign-in": "everybody",
  "GET /sign-in/link/:token": "everybody",
  "POST /sign-in/link": "everybody",
  "GET /sign-in/provider": "everybody",
  "GET /sign-in/callback": "everybody",
  "GET /account": "reader",
  "POST /sign-out": "reader",
  "GET /changes": "reader",
  "GET /rulings": "reader",
  "GET *": "reader",
  "GET /s/:story/export/:name": "reader",
  "GET /add": "editor",
  "POST /add": "editor",
  "GET /add/:job": "editor",
  "POST /add/:job/cancel": "editor",
  "GET /add/:job/events": "editor",
  "GET /s/:story/arrange": "editor",
  "POST /rulings": "editor",
  "POST /rulings/:id/withdraw": "editor",
  "GET /people": "owner",
  "POST /people": "owner",
  "POST /people/remove": "owner",
}

const origin = new URL("https://record.example")
let nowMs = Date.parse("2031-03-04T10:00:00Z")
let desk: Desk
let accounts: Accounts
const serverOf = () => {
  const provider = new Provider(
    { issuer: new URL("http://127.0.0.1:1"), clientId: "variorum", clientSecret: null },
    origin,
  )
  return {
    assets: [{ path: "site.css", content: "" }],
    desk,
    access: createAccess({ accounts, origin, provider }),
    origin,
  }
}

beforeAll(async () => {
  desk = await openDesk(["gazette.txt"])
  accounts = new Accounts(":memory:", () => nowMs)
})
afterAll(() => desk.close())

const inside = { host: "record.example", origin: origin.origin, "sec-fetch-site": "same-origin" }

const cookieOf = (role: Role): string => {
  const email = `${role}@people.example`
  if (accounts.roleOf(email) === null) accounts.invite(email, role)
  return `__Host-variorum-session=${accounts.openSession(email)}`
}

test("law: every route answers the roles that the table names, and no other", async () => {
  const routes = serverRoutes(currentSite(desk), serverOf())
  expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(rights).sort())
  cookieOf("owner")
  accounts.invite("second@people.example", "owner")
  for (const route of routes) {
    const right = rights[`${route.method} ${route.path}`]
    const path = route.path === "*" ? "/" : route.path.replace(/:\w+/g, "none")
    for (const asker of [null, ...roles]) {
      const app = createServer(desk, serverOf())
      const headers = { ...inside, ...(asker === null ? {} : { cookie: cookieOf(asker) }) }
      const answer = await app.request(path, { method: route.method, headers })
      const isAllowed =
        right === "everybody" || (asker !== null && roles.indexOf(asker) >= roles.indexOf(right as Role))
      const isRefused =
        asker === null
          ? answer.status === 401 && !isAllowed
          : answer.status === 403 && (await answer.clone().text()) === "Your role does not allow that.\n"
      await answer.body?.cancel()
      expect(isRefused, `${asker} ${route.method} ${path}: ${answer.status}`).toBe(!isAllowed)
    }
  }
})

test("law: whatever changes something is refused to pages of other origins, and says nothing of the record", async () => {
  const app = createServer(desk, serverOf())
  const cookie = cookieOf("owner")
  for (const [route] of Object.entries(rights).filter(([name]) => name.startsWith("POST")))
    for (const from of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://record.example" },
      { "sec-fetch-site": "same-site", origin: origin.origin },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "none" },
      {},
    ]) {
      const path = route.slice(5).replace(/:\w+/g, "none")
      const headers = { host: "record.example", cookie, ...from }
      expect(
        (await app.request(path, { method: "POST", headers })).status,
        `${path} ${JSON.stringify(from)}`,
      ).toBe(403)
    }
})

test("who is not signed in is led to the page for it, which shows nothing of the record", async () => {
  const app = createServer(desk, serverOf())
  const page = await app.request("/", { headers: { ...inside, accept: "text/html" } })
  expect([page.status, page.headers.get("location")]).toEqual([303, "/sign-in"])
  const signIn = await (await app.request("/sign-in", { headers: inside })).text()
  expect(signIn).toContain("the link that you were sent")
  expect(signIn).not.toMatch(/gazette|kayak|input/i)
})

test("a link signs in once, in its time; the session ends when it is over, idle, signed out or taken away", async () => {
  const app = createServer(desk, serverOf())
  const invite = (): string => {
    const token = accounts.invite("ada@people.example", "editor")
    if (!token.ok) throw new Error(token.error)
    return token.value
  }
  const follow = (token: string) =>
    app.request("/sign-in/link", { method: "POST", headers: inside, body: new URLSearchParams({ token }) })
  const isIn = async (cookie: string) =>
    (await app.request("/account", { headers: { ...inside, cookie } })).status === 200
  const signIn = async (): Promise<string> => {
    const given = (await follow(invite())).headers.get("set-cookie") ?? ""
    expect(given).toMatch(
      /^__Host-variorum-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure$/,
    )
    return given.split(";")[0]!
  }
  const token = invite()
  expect(await (await app.request(`/sign-in/link/${token}`, { headers: inside })).text()).toContain(
    "ada@people.example",
  )
  expect((await follow(token)).status).toBe(303)
  expect((await follow(token)).status).toBe(410)
  const late = invite()
  nowMs += accountLimits.linkMs
  expect((await follow(late)).status).toBe(410)

  const idle = await signIn()
  expect(await isIn(idle)).toBe(true)
  nowMs += accountLimits.idleMs
  expect(await isIn(idle)).toBe(false)
  const used = await signIn()
  for (let passedMs = 0; passedMs < accountLimits.sessionMs; passedMs += accountLimits.idleMs / 2) {
    expect(await isIn(used)).toBe(true)
    nowMs += accountLimits.idleMs / 2
  }
  expect(await isIn(used)).toBe(false)
  accounts.invite("ada@people.example", "reader")
  const left = `__Host-variorum-session=${accounts.openSession("ada@people.example")}`
  expect((await app.request("/add", { headers: { ...inside, cookie: left } })).status).toBe(403)
  await app.request("/sign-out", { method: "POST", headers: { ...inside, cookie: left } })
  expect(await isIn(left)).toBe(false)
  const removed = `__Host-variorum-session=${accounts.openSession("ada@people.example")}`
  accounts.remove("ada@people.example")
  expect(await isIn(removed)).toBe(false)
})

test("one owner stays, whatever is asked", () => {
  const few = new Accounts(":memory:")
  few.invite("ada@people.example", "owner")
  expect(few.remove("ada@people.example").ok).toBe(false)
  expect(few.invite("ada@people.example", "reader").ok).toBe(false)
  few.invite("bea@people.example", "owner")
  expect(few.remove("ada@people.example").ok).toBe(true)
  expect(few.people()).toEqual([{ email: "bea@people.example", role: "owner" }])
})

test("guessing links is slowed down, and told for how long", async () => {
  const app = createServer(desk, { ...serverOf(), isBehindProxy: true })
  const guess = (address: string) =>
    app.request("/sign-in/link/guess", { headers: { ...inside, "x-forwarded-for": `1.1.1.1, ${address}` } })
  for (let i = 0; i < rates["sign-in"].burst; i++) expect((await guess("9.9.9.9")).status).toBe(410)
  const refused = await guess("9.9.9.9")
  expect([refused.status, Number(refused.headers.get("retry-after"))]).toEqual([429, 20])
  expect((await guess("8.8.8.8")).status).toBe(410)
})

test("behind TLS the browser is told to stay there, and only the server's own name is answered", async () => {
  const app = createServer(desk, serverOf())
  const answer = await app.request("/healthz", { headers: inside })
  expect(answer.headers.get("strict-transport-security")).toContain("max-age")
  expect((await app.request("/healthz", { headers: { host: "evil.example" } })).status).toBe(421)
})
