import { resolve } from "node:path"
import { fail, ok, type Result } from "../base/index.ts"
import type { ProviderOptions, Role } from "../server/index.ts"
import { isLoopback, plainEmail, roles } from "../server/index.ts"
import { archiveOperand } from "./archive-operand.ts"
import type { Io } from "./io.ts"

/** How `variorum serve` is to serve, once its options have been found to fit together. */
export interface Serving {
  readonly port: number
  readonly host: string
  /** Pages may add reports and rule on stories. */
  readonly canEdit: boolean
  /** Where what is added is kept; null: nowhere beyond the process. */
  readonly archive: string | null
  readonly allowPrivate: boolean
  readonly isBehindProxy: boolean
  /** Null: nobody signs in, and only this machine is answered. */
  readonly signIn: {
    readonly accounts: string
    readonly origin: URL
    readonly provider: ProviderOptions | null
  } | null
  /** Whom to make a link for, instead of serving. */
  readonly invite: { readonly email: string; readonly role: Role } | null
}

type Options = Readonly<Record<string, unknown>>

/** The options, or in one line why they do not fit. */
export function servingOf(options: Options, io: Io): Result<Serving, string> {
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return fail("--port takes a number from 0 to 65535")
  const host = textOf(options.host) ?? "127.0.0.1"
  const signIn = signInOf(options, io)
  if (!signIn.ok) return signIn
  if (!isLoopback(host) && signIn.value === null)
    return fail(
      "--host opens the record to others: name a file for who may sign in with --accounts, and what browsers call this server with --origin",
    )
  const invite = inviteOf(options)
  if (!invite.ok) return invite
  if (invite.value !== null && signIn.value === null) return fail("--invite needs --accounts and --origin")
  return ok({
    port,
    host,
    canEdit: options.edit === true,
    archive: options.archive === undefined ? null : archiveOperand(options.archive, io),
    allowPrivate: options.allowPrivate === true,
    isBehindProxy: options.proxy === true,
    signIn: signIn.value,
    invite: invite.value,
  })
}

function signInOf(options: Options, io: Io): Result<Serving["signIn"], string> {
  const [accounts, given] = [textOf(options.accounts), textOf(options.origin)]
  if (accounts === null && given === null) return ok(null)
  if (accounts === null || given === null) return fail("--accounts and --origin go together")
  const origin = URL.parse(given)
  if (
    origin === null ||
    !/^https?:$/.test(origin.protocol) ||
    origin.pathname !== "/" ||
    origin.search !== ""
  )
    return fail("--origin takes an address like https://record.example")
  const provider = providerOf(io.environment)
  if (!provider.ok) return provider
  return ok({ accounts: resolve(io.workingFolder, accounts), origin, provider: provider.value })
}

function providerOf(environment: Io["environment"]): Result<ProviderOptions | null, string> {
  const { VARIORUM_OIDC_ISSUER, VARIORUM_OIDC_CLIENT, VARIORUM_OIDC_SECRET } = environment
  if (!VARIORUM_OIDC_ISSUER) return ok(null)
  const issuer = URL.parse(VARIORUM_OIDC_ISSUER)
  const isSafe =
    issuer?.protocol === "https:" || (issuer?.protocol === "http:" && isLoopback(issuer.hostname))
  if (issuer === null || !isSafe) return fail("VARIORUM_OIDC_ISSUER takes an https address")
  if (!VARIORUM_OIDC_CLIENT) return fail("VARIORUM_OIDC_ISSUER needs VARIORUM_OIDC_CLIENT")
  return ok({ issuer, clientId: VARIORUM_OIDC_CLIENT, clientSecret: VARIORUM_OIDC_SECRET ?? null })
}

function inviteOf(options: Options): Result<Serving["invite"], string> {
  const given = textOf(options.invite)
  if (given === null) return ok(null)
  const email = plainEmail(given)
  if (email === null) return fail("--invite takes an e-mail address")
  const role = roles.find((one) => one === (options.role ?? "reader"))
  return role === undefined ? fail(`--role takes ${roles.join(", ")}`) : ok({ email, role })
}

function textOf(option: unknown): string | null {
  return typeof option === "string" ? option : null
}
