import type { ComponentChildren } from "preact"
import { groupDigits } from "../words.ts"

/** A story as a list of them shows it. */
export interface ListedStory {
  /** What its box sends, where stories can be chosen. */
  readonly id: string
  readonly name: string
  /** Its name as a link, with what stands under it. */
  readonly heading: ComponentChildren
  /** One for each of the table's `counted`. */
  readonly counts: readonly number[]
  readonly days: string | null
}

/** Stories, one a row. With a box before each where they can be chosen to be made one. */
export function StoryTable({
  stories,
  counted,
  isChoice,
}: {
  stories: readonly ListedStory[]
  counted: readonly string[]
  isChoice: boolean
}) {
  return (
    <div class="table-frame">
      <table class="stories stacked">
        <thead>
          <tr>
            {isChoice ? (
              <th scope="col" class="choose">
                <span class="sr">Choose</span>
              </th>
            ) : null}
            <th scope="col">Story</th>
            {counted.map((name) => (
              <th scope="col" class="number">
                {name}
              </th>
            ))}
            <th scope="col">Published</th>
          </tr>
        </thead>
        <tbody>
          {stories.map(({ id, name, heading, counts, days }) => (
            <tr data-row="">
              {isChoice ? (
                <td class="choose">
                  <label class="choose-box">
                    <input type="checkbox" name="story" value={id} />
                    <span class="sr">Choose {name}</span>
                  </label>
                </td>
              ) : null}
              <th scope="row" class="story-name">
                {heading}
              </th>
              {counted.map((name, at) => (
                <td class="number" data-label={name}>
                  {groupDigits(counts[at]!)}
                </td>
              ))}
              <td data-label="Published">{days ?? "not known"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
