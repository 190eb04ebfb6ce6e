import { countReports } from "../words.ts"

const ticksMax = 24

/** A filled box for each distinct text, an empty one for each further copy. The words beside it say the same. */
export function Ticks({ reports, texts }: { reports: number; texts: number }) {
  if (reports > ticksMax) return null
  return (
    <span class="ticks" aria-hidden="true">
      {Array.from({ length: reports }, (_, i) => (
        <i class={i < texts ? "tick" : "tick copy"} />
      ))}
    </span>
  )
}

/** How many reports stand behind a claim, leading to their sentences. */
export function CountLink(props: { href: string; reports: number; texts: number; about: string }) {
  return (
    <a class="count" href={props.href} data-drawer="">
      <Ticks reports={props.reports} texts={props.texts} />
      <span class="count-words">{countReports(props.reports, props.texts)}</span>
      <span class="sr"> behind: {props.about}</span>
    </a>
  )
}
