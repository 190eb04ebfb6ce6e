import { randomBytes } from "node:crypto"
import { chmodSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { fail, ok, type Result, sha256Hex } from "../base/index.ts"
import { type PersonView, type Role, roles } from "../web/index.ts"

export const accountLimits = {
  linkMs: 30 * 60_000,
  /** From signing in, and from the last request: whichever ends first. */
  sessionMs: 7 * 86_400_000,
  idleMs: 86_400_000,
  peopleMax: 10_000,
} as const

/** How often a session's last request is written down. */
const touchMs = 60_000

const schema = `
create table if not exists person (email text primary key, role text not null) strict;
create table if not exists link (hash text primary key, email text not null, ends integer not null) strict;
create table if not exists session
  (hash text primary key, email text not null, began integer not null, seen integer not null) strict;
`

/**
 * Who may sign in, and who is signed in: one small database beside the record. Links and sessions are held as hashes,
 * so that whoever reads the file cannot sign in with it. A role is looked up at each request: what is taken away is
 * gone at once.
 */
export class Accounts {
  private readonly database: DatabaseSync
  private readonly nowMs: () => number

  constructor(path: string, nowMs: () => number = Date.now) {
    this.database = new DatabaseSync(path)
    if (path !== ":memory:") chmodSync(path, 0o600)
    this.database.exec("pragma journal_mode = wal; pragma busy_timeout = 5000;")
    this.database.exec(schema)
    this.nowMs = nowMs
  }

  people(): readonly PersonView[] {
    return this.database
      .prepare("select email, role from person order by email")
      .all() as unknown as PersonView[]
  }

  roleOf(email: string): Role | null {
    const row = this.database.prepare("select role from person where email = ?").get(email)
    return roles.find((role) => role === row?.role) ?? null
  }

  /** Lets a person in with a role, or gives another role; the token is for a link that signs in once. */
  invite(email: string, role: Role): Result<string, string> {
    const before = this.roleOf(email)
    if (before === "owner" && role !== "owner" && this.ownerCount() === 1) return fail(lastOwner)
    if (before === null && this.people().length >= accountLimits.peopleMax)
      return fail("There are too many people.")
    const token = newToken()
    this.database
      .prepare("insert into person values (?, ?) on conflict (email) do update set role = excluded.role")
      .run(email, role)
    this.database.prepare("delete from link where email = ? or ends <= ?").run(email, this.nowMs())
    this.database
      .prepare("insert into link values (?, ?, ?)")
      .run(sha256Hex(token), email, this.nowMs() + accountLimits.linkMs)
    return ok(token)
  }

  /** Whom a link signs in, without using it up; null when it is used, over or none of ours. */
  emailOfLink(token: string): string | null {
    const row = this.database
      .prepare("select email from link where hash = ? and ends > ?")
      .get(sha256Hex(token), this.nowMs())
    return row ? String(row.email) : null
  }

  /** Uses a link up: the session that it opens, or null. Of two at the same moment one gets it. */
  useLink(token: string): string | null {
    const row = this.database
      .prepare("delete from link where hash = ? and ends > ? returning email")
      .get(sha256Hex(token), this.nowMs())
    return row ? this.openSession(String(row.email)) : null
  }

  /** Null when the person may not sign in. */
  openSession(email: string): string | null {
    if (this.roleOf(email) === null) return null
    const token = newToken()
    const now = this.nowMs()
    this.database
      .prepare("delete from session where began <= ? or seen <= ?")
      .run(now - accountLimits.sessionMs, now - accountLimits.idleMs)
    this.database.prepare("insert into session values (?, ?, ?, ?)").run(sha256Hex(token), email, now, now)
    return token
  }

  personOf(session: string): PersonView | null {
    const now = this.nowMs()
    const hash = sha256Hex(session)
    const row = this.database
      .prepare(
        `select session.email, role, seen from session join person on person.email = session.email
         where hash = ? and began > ? and seen > ?`,
      )
      .get(hash, now - accountLimits.sessionMs, now - accountLimits.idleMs)
    const role = roles.find((one) => one === row?.role)
    if (!row || !role) return null
    if (now - Number(row.seen) > touchMs)
      this.database.prepare("update session set seen = ? where hash = ?").run(now, hash)
    return { email: String(row.email), role }
  }

  closeSession(session: string): void {
    this.database.prepare("delete from session where hash = ?").run(sha256Hex(session))
  }

  /** Takes a person's role, links and sessions away. */
  remove(email: string): Result<null, string> {
    if (this.roleOf(email) === "owner" && this.ownerCount() === 1) return fail(lastOwner)
    for (const table of ["person", "link", "session"])
      this.database.prepare(`delete from ${table} where email = ?`).run(email)
    return ok(null)
  }

  close(): void {
    this.database.close()
  }

  private ownerCount(): number {
    return this.people().filter(({ role }) => role === "owner").length
  }
}

const lastOwner = "Somebody must stay the owner."

function newToken(): string {
  return randomBytes(32).toString("base64url")
}

/** An address as it is compared and kept, or null where it is none. */
export function plainEmail(email: string): string | null {
  const plain = email.trim().toLowerCase()
  return plain.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.?[^\s@<>"]*$/.test(plain) ? plain : null
}
