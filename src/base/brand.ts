declare const brand: unique symbol

/** A `Base` that only its own maker may produce, so that two kinds of id are never mixed up. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
