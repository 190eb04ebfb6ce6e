/** One quality measure over a labelled set. The sets stand beside the checkout and never inside it. */
export interface EvalMeasure {
  /** As in `floors.json`: the stage and the set, `extract/aeb`. */
  readonly name: string
  /** Files or folders under the shared folder that it reads; a missing one skips the measure, saying so. */
  readonly needs: readonly string[]
  /** Figures by name. Deterministic: the same code and data give the same figures. */
  readonly run: (sharedFolder: string) => Promise<Figures>
}

export type Figures = Readonly<Record<string, number>>

/** What a measure must hold. A figure named here and not reported is a failure. */
export interface Floor {
  readonly atLeast?: Readonly<Record<string, number>>
  readonly atMost?: Readonly<Record<string, number>>
}

/** One line for each figure on the wrong side of its floor. */
export function belowFloor(figures: Figures, floor: Floor): readonly string[] {
  const faults: string[] = []
  const hold = (name: string, bound: number, holds: (figure: number) => boolean, words: string): void => {
    const figure = figures[name]
    if (figure === undefined || !holds(figure))
      faults.push(`${name} is ${figure ?? "missing"}, ${words} ${bound} wanted`)
  }
  for (const [name, least] of Object.entries(floor.atLeast ?? {}))
    hold(name, least, (figure) => figure >= least, "at least")
  for (const [name, most] of Object.entries(floor.atMost ?? {}))
    hold(name, most, (figure) => figure <= most, "at most")
  return faults
}

/** Precision, recall and their harmonic mean from counts; 0 where nothing was there to be found. */
export function f1Of(
  right: number,
  found: number,
  wanted: number,
): { precision: number; recall: number; f1: number } {
  const precision = found > 0 ? right / found : 0
  const recall = wanted > 0 ? right / wanted : 0
  return {
    precision,
    recall,
    f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
  }
}
