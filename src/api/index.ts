/**
 * The public JSON: wire types, what makes them of core values, and what reads them back.
 * The only place that knows the names of `contract` fields.
 */
export type * from "./record-wire.ts"
