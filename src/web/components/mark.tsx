import type { ComponentChildren } from "preact"
import { type Mark, markGlyphs, markWords } from "../marks.ts"

/** The sign of a kind of difference, with its words for those who do not see it. */
export function Glyph({ mark }: { mark: Mark }) {
  return (
    <span class={`glyph glyph-${mark}`} title={markWords[mark]}>
      <span aria-hidden="true">{markGlyphs[mark]}</span>
      <span class="sr">{markWords[mark]}: </span>
    </span>
  )
}

/** Words that differ, marked by line and tint. */
export function Marked({ mark, children }: { mark: Mark; children: ComponentChildren }) {
  const className = `mark mark-${mark}`
  if (mark === "added") return <ins class={className}>{children}</ins>
  if (mark === "dropped") return <del class={className}>{children}</del>
  return <mark class={className}>{children}</mark>
}

/** What the signs mean; stands at the foot of every page that uses them. */
export function MarkLegend({ marks }: { marks: readonly Mark[] }) {
  return (
    <p class="legend">
      <span class="sr">Meaning of the marks: </span>
      {marks.map((mark) => (
        <span class="legend-entry">
          <span class={`glyph glyph-${mark}`} aria-hidden="true">
            {markGlyphs[mark]}
          </span>{" "}
          <span class={`mark mark-${mark}`}>{markWords[mark]}</span>
        </span>
      ))}
    </p>
  )
}
