import type { SchemaWords, Transaction } from "./database.ts"

/** A step of the schema, with its day. Once published it is never changed. */
export interface Migration {
  readonly name: string
  readonly sql: (words: SchemaWords) => string
  /** What statements alone cannot do, after them. */
  readonly fill?: (inside: Transaction) => Promise<void>
}
