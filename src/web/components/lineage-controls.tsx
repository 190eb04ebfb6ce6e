import type { StoryWire } from "../../api/index.ts"
import type { LineageShown } from "../address.ts"
import type { Site } from "../site.ts"
import { count } from "../words.ts"

const shareChoices = [10, 20, 30, 50, 70, 90] as const

interface ControlsProps {
  readonly site: Site
  readonly story: StoryWire
  readonly shown: LineageShown
  /** Pairs of texts that share less than what is asked for. */
  readonly hidden: number
}

/** What of the lineage is shown: a form, so that it needs no script and its state stands in the address. */
export function LineageControls({ site, story, shown, hidden }: ControlsProps) {
  const { shareMin } = shown
  const choices = shareMin === undefined || shareChoices.some((one) => one === shareMin) ? [] : [shareMin]
  const hasCopies = story.texts.some(({ members }) => members.length > 1)
  return (
    <form
      class="chooser"
      method="get"
      action={(site.to({ page: "lineage", story }) ?? "").split("?")[0]}
      aria-label="What is shown"
    >
      <label class="field">
        <span>Minimum shared text</span>
        <select name="min">
          <option value="">10%, or other evidence</option>
          {[...shareChoices, ...choices]
            .sort((a, b) => a - b)
            .map((one) => (
              <option value={String(one)} selected={one === shareMin}>
                {one}%
              </option>
            ))}
        </select>
      </label>
      {hasCopies ? (
        <label class="field">
          <span>Copies of one text</span>
          <select name="copies">
            <option value="">collapsed</option>
            <option value="shown" selected={shown.isUnfolded}>
              each by itself
            </option>
          </select>
        </label>
      ) : null}
      <button type="submit" class="button">
        Show
      </button>
      {hidden > 0 ? <p class="quiet">{count(hidden, "pair")} of texts left out</p> : null}
    </form>
  )
}
