import { type StoryWire, storyFormats, textLevels } from "../api/index.ts"
import { renderStoryFile } from "./dossier.ts"
import type { RecordView } from "./record-view.ts"

/** A file that a server hands out. */
export interface ExportedFile {
  readonly name: string
  readonly mediaType: string
  readonly content: string
}

/**
 * The file that `name` asks for: the story as one page at a text level, with `styles` in it, or in a format of other
 * programs. Null when the name is of neither.
 */
export function exportedFile(
  view: RecordView,
  story: StoryWire,
  { name, styles }: { readonly name: string; readonly styles: string },
): ExportedFile | null {
  const slug = view.slugs.story(story)
  const text = textLevels.find((level) => name === `${level}.html`)
  if (text !== undefined)
    return {
      name: `${slug}-${name}`,
      mediaType: "text/html; charset=utf-8",
      content: renderStoryFile(view.document, {
        assets: [{ path: "site.css", content: styles }],
        story,
        text,
      }),
    }
  const format = storyFormats.find((one) => name === `${one.name}.${one.extension}`)
  if (format === undefined) return null
  return {
    name: `${slug}.${format.extension}`,
    mediaType: format.mediaType,
    content: format.encode(view.document, story),
  }
}
