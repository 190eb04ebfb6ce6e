import { createServer as createHttpServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import OidcProvider from "oidc-provider"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { bridgeRecord } from "../../test/records/bridge-record.ts"
import { createAccess } from "./access.ts"
import { Accounts } from "./accounts.ts"
import { createServer } from "./create-server.ts"
import { Provider } from "./openid.ts"
import { fixedSource } from "./record-site.ts"

const origin = new URL("http://127.0.0.1:8080")
const inside = { host: "127.0.0.1:8080", origin: origin.origin, "sec-fetch-site": "same-origin" }
let http: Server
let issuer: URL

/** A provider on this machine, whose development pages take any name and password. */
beforeAll(async () => {
  // It says at length that it is meant for tests.
  for (const name of ["warn", "info"] as const) vi.spyOn(console, name).mockImplementation(() => {})
  http = createHttpServer()
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve))
  issuer = new URL(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)
  const provider = new OidcProvider(issuer.href.replace(/\/$/, ""), {
    clients: [
      {
        client_id: "variorum",
        client_secret: "a secret of the test",
        redirect_uris: [new URL("/sign-in/callback", origin).href],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { email: ["email", "email_verified"] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: `${id}@people.example`, email_verified: id !== "unchecked" }),
    }),
    cookies: { keys: ["a key of the test"] },
  })
  http.on("request", provider.callback())
})
afterAll(() => http.close())

function appWith(accounts: Accounts) {
  const options = { issuer, clientId: "variorum", clientSecret: "a secret of the test" }
  const provider = new Provider(options, origin)
  return createServer(fixedSource(bridgeRecord), {
    assets: [],
    origin,
    access: createAccess({ accounts, origin, provider }),
  })
}

/** Goes through the provider's pages as a browser would, to the address that leads back to us. */
async function signInThere(location: string, login: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = new URL(location)
  let form: URLSearchParams | null = null
  for (let step = 0; step < 12; step++) {
    const answer: Response = await fetch(next, {
      method: form ? "POST" : "GET",
      body: form,
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    })
    form = null
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      jar.set(name!, value!)
    }
    const led = answer.headers.get("location")
    if (led !== null) {
      next = new URL(led, next)
      if (next.origin === origin.origin) return next
      continue
    }
    const page = await answer.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    const action = /action="([^"]+)"/.exec(page)?.[1]
    if (!prompt || !action) throw new Error(`no form at ${next.href}: ${page.slice(0, 300)}`)
    next = new URL(action, next)
    form = new URLSearchParams(prompt === "login" ? { prompt, login, password: "any" } : { prompt })
  }
  throw new Error("the provider does not come to an end")
}

async function signIn(login: string, accounts: Accounts) {
  const app = appWith(accounts)
  const begun = await app.request("/sign-in/provider", { headers: inside })
  const cookie = begun.headers.get("set-cookie")!.split(";")[0]!
  const back = await signInThere(begun.headers.get("location")!, login)
  const finish = (given: string) =>
    app.request(back.pathname + back.search, { headers: { host: inside.host, cookie: given } })
  return { app, cookie, finish }
}

test("who is let in here signs in at the provider, once a try", async () => {
  const accounts = new Accounts(":memory:")
  accounts.invite("ada@people.example", "editor")
  const { app, cookie, finish } = await signIn("ada", accounts)
  expect((await finish("variorum-attempt=stolen")).status).toBe(401)
  const answer = await finish(cookie)
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"])
  const session = answer.headers.getSetCookie().find((one) => one.startsWith("variorum-session="))!
  expect(session).toMatch(/HttpOnly; SameSite=Lax/)
  const account = await app.request("/account", { headers: { ...inside, cookie: session.split(";")[0]! } })
  expect(await account.text()).toContain("ada@people.example")
  expect((await finish(cookie)).status).toBe(401)
})

test.each([
  ["stranger", 403],
  ["unchecked", 401],
])("%s is told why not: %i", async (login, status) => {
  const accounts = new Accounts(":memory:")
  accounts.invite("unchecked@people.example", "reader")
  const { cookie, finish } = await signIn(login, accounts)
  const answer = await finish(cookie)
  expect(answer.status).toBe(status)
  expect(answer.headers.getSetCookie().join()).not.toContain("variorum-session")
})
