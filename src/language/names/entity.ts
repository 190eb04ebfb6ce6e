import type { NameKind } from "../analysis.ts"
import type { TokenRange } from "../tokens.ts"

/** A person, body or place that the report names, under all the names it gives. */
export interface Entity {
  /** The longest form printed. */
  name: string
  readonly forms: Set<string>
  kind: NameKind | null
  /** The kind rests on a title, a first name or a head word, and not on the shape of the name alone. */
  isSure: boolean
  gender: "female" | "male" | null
  readonly mentions: TokenRange[]
  /** Hashes of role nouns that the report gives it: "Anna Tarn, the harbour master". */
  readonly roles: Set<number>
  /** One of the roles is a person's, or the words around it tell of a person. */
  isDescribed: boolean
  /** Named as somebody's kin ("his wife, Anna Tarn"): the bare surname may be the other's. */
  isKin: boolean
}

/** The entities of a report in the order of their first mentions, and for each token the entity named there, or -1. */
export interface NameTable {
  readonly entities: readonly Entity[]
  readonly entityOf: Int32Array
}

/**
 * True when something in the report shows a person: a title, a known first name, a role, a pronoun, or the surname
 * standing alone elsewhere. Two words with capitals alone show nothing.
 */
export function isShownPerson(entity: Entity): boolean {
  if (entity.gender !== null) return entity.kind === "person" || entity.kind === null
  if (entity.kind !== "person") return false
  if (entity.isSure || entity.isDescribed) return true
  for (const form of entity.forms) if (entity.name.endsWith(` ${form}`)) return true
  return false
}
