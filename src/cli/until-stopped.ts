/** The items of `source` until `stopped`: one that is still waited for then is not waited for any longer. */
export async function* untilStopped<Item>(
  source: AsyncIterable<Item>,
  stopped: AbortSignal,
): AsyncGenerator<Item> {
  const iterator = source[Symbol.asyncIterator]()
  const stop = new Promise<null>((resolve) => {
    if (stopped.aborted) resolve(null)
    stopped.addEventListener("abort", () => resolve(null), { once: true })
  })
  for (;;) {
    const next = await Promise.race([iterator.next(), stop])
    if (next === null || next.done) return
    yield next.value
  }
}
