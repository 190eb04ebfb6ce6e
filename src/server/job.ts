import { isOver, type JobInputView, type JobView } from "../web/index.ts"

/** Something to add: what came with a request, before anyone has looked into it. */
export type JobInput =
  | {
      readonly kind: "file"
      /** What the sender called it; no path is made of it. */
      readonly name: string
      /** Where its bytes are held meanwhile. */
      readonly path: string
    }
  | { readonly kind: "address"; readonly name: string }
  | {
      readonly kind: "text"
      readonly name: string
      readonly text: string
      readonly title: string | null
      readonly address: string | null
    }

/** One job's state while it runs: only its desk changes it. */
export class Job {
  readonly id: string
  readonly by: string
  readonly inputs: readonly JobInput[]
  readonly stop = new AbortController()
  /** The names of the captures found in each input. */
  readonly found: readonly Set<string>[]
  /** Run once the job is over, whichever way. */
  readonly release: () => void
  private view: JobView
  private readonly listeners = new Set<(view: JobView) => void>()

  constructor(id: string, by: string, inputs: readonly JobInput[], release: () => void) {
    this.id = id
    this.by = by
    this.inputs = inputs
    this.release = release
    this.found = inputs.map(() => new Set())
    this.view = {
      id,
      state: "waiting",
      stage: null,
      done: 0,
      of: 0,
      inputs: inputs.map(({ name }) => ({ name, state: "waiting", reports: 0, problems: [], retry: null })),
      failure: null,
      newReports: 0,
      stories: [],
    }
  }

  current(): JobView {
    return this.view
  }

  isOver(): boolean {
    return isOver(this.view)
  }

  change(change: Partial<JobView>): void {
    this.view = { ...this.view, ...change }
    for (const listener of this.listeners) listener(this.view)
  }

  changeInput(place: number, change: Partial<JobInputView>): void {
    this.change({
      inputs: this.view.inputs.map((input, i) => (i === place ? { ...input, ...change } : input)),
    })
  }

  /** Hears every change until the function returned is called. */
  listen(listener: (view: JobView) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
