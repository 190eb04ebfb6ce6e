/** Crashes when our own code broke a promise. Never used on input from outside. */
export function assert(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${promise}`)
}
