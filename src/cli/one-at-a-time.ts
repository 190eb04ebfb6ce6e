/** Work that is asked for now and then, and never runs twice at once. */
export interface OneAtATime {
  /** Has it run; asked while it runs, it runs once more when it is done. Rejects nothing: see `settled`. */
  ask(): void
  /** Resolves once nothing is left to run; rejects where a run failed, after which nothing runs any more. */
  settled(): Promise<void>
  /** Throws what a run failed with. */
  check(): void
}

export function oneAtATime(work: () => Promise<unknown>): OneAtATime {
  let running: Promise<void> | null = null
  let isAsked = false
  let failure: { readonly error: unknown } | null = null
  const check = (): void => {
    if (failure !== null) throw failure.error
  }
  const run = async (): Promise<void> => {
    try {
      while (isAsked) {
        isAsked = false
        await work()
      }
    } catch (error) {
      failure = { error }
    }
    running = null
  }
  return {
    check,
    ask() {
      isAsked = true
      if (failure === null) running ??= run()
    },
    async settled() {
      await running
      check()
    },
  }
}
