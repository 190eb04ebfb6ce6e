import type { CallToolResult } from "@modelcontextprotocol/server"
import { fail, ok, type Result, sha256Hex } from "../base/index.ts"
import { fenceNotice } from "./fence.ts"
import type { Telling } from "./record-tool.ts"

/** A result is at most so long, whatever model reads it: clients warn at 10,000 tokens. */
export const tokensMax = 8_000
/**
 * Results on stories in English, French, Russian, Arabic, Hindi, Chinese and Japanese had 2.4 to 4 bytes of UTF-8 to a
 * token in the vocabularies of three models. No vocabulary makes more than one token of a byte, so that the most hostile
 * text still ends below the 25,000 tokens at which clients cut.
 */
const bytesPerToken = 2

/** At least as many tokens as `text` has, unless it was made to have many. */
export function tokensAtMost(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken)
}

/** For what stands around the items: the notice, the link to the whole, the cursor. */
const aroundTokens = 300

export interface Packing {
  readonly tool: string
  /** What was asked, without the cursor. */
  readonly asked: object
  readonly at: number
  readonly uriOf: (story: string) => string
}

/** As much of `telling` as one result may hold, the cursor for the rest, and a link to the whole. */
export function packTelling(telling: Telling, packing: Packing): CallToolResult {
  const { head, items, story } = telling
  const told: object[] = []
  let tokens = aroundTokens + tokensAtMost(JSON.stringify(head))
  for (const make of items) {
    const item = make()
    const more = tokensAtMost(JSON.stringify(item)) + 1
    if (tokens + more > tokensMax) {
      if (told.length > 0) break
      told.push({ tooLong: "This is too long for one result: it is in the story's document." })
      break
    }
    tokens += more
    told.push(item)
  }
  const isRest = told.length < items.length || telling.hasMore
  const next = isRest ? { next: cursorOf(packing.at + told.length, telling.version, packing) } : {}
  const answer = { ...head, ...(items.length > 0 ? { items: told } : {}), ...next }
  const content: CallToolResult["content"] = [
    { type: "text", text: `${fenceNotice}\n${JSON.stringify(answer)}` },
  ]
  if (story !== null)
    content.push({
      type: "resource_link",
      uri: packing.uriOf(story),
      name: `story ${story}`,
      description: "The story's whole record as one JSON document",
      mimeType: "application/json",
    })
  return { content }
}

/** The place that a cursor says, before it is known whether it belongs to this answer. */
export function placeInCursor(cursor: string | undefined): number {
  return cursor === undefined ? 0 : Number.parseInt(cursor, 10)
}

/** Whether `cursor` was given by this answer, as the record stands now. */
export function checkCursor(
  cursor: string | undefined,
  version: string,
  packing: Packing,
): Result<null, string> {
  if (cursor === undefined || cursor === cursorOf(packing.at, version, packing)) return ok(null)
  return fail("This cursor belongs to another question, or the record has changed: ask without a cursor.")
}

function cursorOf(at: number, version: string, { tool, asked }: Packing): string {
  return `${at}-${sha256Hex(JSON.stringify([tool, asked, version, at])).slice(0, 12)}`
}
