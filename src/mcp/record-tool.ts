import { z } from "zod"
import { fail, ok, type Result } from "../base/index.ts"
import type { RecordSource } from "./record-source.ts"
import type { ToldStory } from "./told-story.ts"

/** What a tool tells from a place on; `packTelling` takes as much of it as one result may hold. */
export interface Telling {
  /** Another word each time that the answer may be another: a cursor is good for one of them. */
  readonly version: string
  /** Told with every page of the answer. Small. */
  readonly head: Readonly<Record<string, unknown>>
  /** The rest, from the place asked for; each is made when it is its turn. */
  readonly items: readonly (() => object)[]
  /** There are more than `items`. */
  readonly hasMore: boolean
  /** The story whose document holds all of it; null where no one story does. */
  readonly story: string | null
}

export interface RecordTool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Input
  /** The failure is one line that says what to do. `at` items were told before. */
  tell(source: RecordSource, asked: z.output<Input>, at: number): Promise<Result<Telling, string>>
}

/** Keeps the types of what is asked within the tool, and lets tools of all kinds stand in one list. */
export function recordTool<Input extends z.ZodObject>(tool: RecordTool<Input>): RecordTool {
  return tool as unknown as RecordTool
}

export const storyInput = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
  .describe("The story's id, as list_stories and search_record give it")

export const siglumInput = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
  .describe("A report of the story by its siglum, such as REU1, as story_overview gives it")

export const cursorInput = z
  .string()
  .regex(/^\d{1,6}-[0-9a-f]{12}$/)
  .optional()
  .describe("What the last result gave as `next`, to go on from there")

/** The story that is asked for, or that there is none. */
export async function storyAsked(source: RecordSource, id: string): Promise<Result<ToldStory, string>> {
  const told = await source.story(id)
  return told === null
    ? fail(`There is no story ${id}: list_stories and search_record give the ids.`)
    : ok(told)
}
