import { randomBytes } from "node:crypto"
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client"
import { fail, ok, type Result } from "../base/index.ts"
import { plainEmail } from "./accounts.ts"
import { isLoopback } from "./guards.ts"

/** An OpenID Connect provider that people sign in at. */
export interface ProviderOptions {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string | null
}

interface Attempt {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  readonly beganMs: number
}

const attemptMs = 10 * 60_000
/** Begun and not ended; the oldest is forgotten first. */
const attemptsMax = 1_000

/** Signing in at a provider: the authorization code flow with PKCE, state and nonce, each attempt good for once. */
export class Provider {
  private readonly options: ProviderOptions
  private readonly callback: string
  private readonly attempts = new Map<string, Attempt>()
  private configuration: Promise<Configuration> | null = null

  constructor(options: ProviderOptions, origin: URL) {
    this.options = options
    this.callback = new URL("/sign-in/callback", origin).href
  }

  get name(): string {
    return this.options.issuer.host
  }

  /** Where to send the browser, and the id of the attempt, which it keeps in a cookie meanwhile. */
  async begin(
    nowMs: number,
  ): Promise<Result<{ readonly location: string; readonly attempt: string }, string>> {
    try {
      const configuration = await this.configured()
      const attempt = {
        verifier: randomPKCECodeVerifier(),
        state: randomState(),
        nonce: randomNonce(),
        beganMs: nowMs,
      }
      const id = randomBytes(32).toString("base64url")
      this.attempts.set(id, attempt)
      for (const oldest of this.attempts.keys()) {
        if (this.attempts.size <= attemptsMax) break
        this.attempts.delete(oldest)
      }
      const location = buildAuthorizationUrl(configuration, {
        redirect_uri: this.callback,
        scope: "openid email",
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: "S256",
        state: attempt.state,
        nonce: attempt.nonce,
      })
      return ok({ location: location.href, attempt: id })
    } catch {
      return fail(`${this.name} cannot be reached.`)
    }
  }

  /** The address that the provider has proved to be the person's own. */
  async finish(attemptId: string, query: string, nowMs: number): Promise<Result<string, string>> {
    const attempt = this.attempts.get(attemptId)
    this.attempts.delete(attemptId)
    if (!attempt || nowMs - attempt.beganMs > attemptMs) return fail("Signing in took too long. Begin again.")
    try {
      const configuration = await this.configured()
      const tokens = await authorizationCodeGrant(configuration, new URL(query, this.callback), {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      const said =
        claims?.email === undefined && claims
          ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : claims
      const email = typeof said?.email === "string" ? plainEmail(said.email) : null
      if (email === null || said?.email_verified !== true)
        return fail(`${this.name} gave no e-mail address that it has checked.`)
      return ok(email)
    } catch {
      return fail(`${this.name} did not confirm who you are.`)
    }
  }

  /** Asked for when first needed, and again when that failed. */
  private configured(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.options
    const isLocal = issuer.protocol === "http:" && isLoopback(issuer.hostname)
    this.configuration ??= discovery(
      issuer,
      clientId,
      clientSecret ?? undefined,
      undefined,
      isLocal ? { execute: [allowInsecureRequests] } : {},
    )
    this.configuration.catch(() => {
      this.configuration = null
    })
    return this.configuration
  }
}
