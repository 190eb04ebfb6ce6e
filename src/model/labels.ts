/** What a label says of a token. `outside` stands for every label that is not read here. */
export interface LabelClass {
  readonly role: "speaker" | "cue" | "content" | "outside"
  /** True for the first token of a span. */
  readonly opens: boolean
}

const roles: Readonly<Record<string, LabelClass["role"]>> = {
  speaker: "speaker",
  source: "speaker",
  cue: "cue",
  content: "content",
  quote: "content",
}

/** The classes of labels named `B-speaker`, `I-speaker`, `B-source`, `O` …, by their numbers; null without a speaker's. */
export function labelClasses(id2label: unknown): readonly LabelClass[] | null {
  if (typeof id2label !== "object" || id2label === null) return null
  const names = Object.entries(id2label).sort(([a], [b]) => Number(a) - Number(b))
  if (names.some(([id], place) => Number(id) !== place)) return null
  const labels = names.map(([, name]): LabelClass => {
    const [, mark, role] = /^([BI])-(.+)$/.exec(String(name).trim()) ?? []
    return { role: roles[(role ?? "").toLowerCase()] ?? "outside", opens: mark === "B" }
  })
  const has = (opens: boolean): boolean =>
    labels.some((label) => label.role === "speaker" && label.opens === opens)
  return has(true) && has(false) ? labels : null
}
