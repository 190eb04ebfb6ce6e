import type { Block } from "../article.ts"

/** Scripts that say in one character what others say in three. */
const wideScript = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/

/** How much a block looks like written prose: its length outside links, more with sentences, nothing when short. */
export function proseScore(text: string, linkLength: number, kind: Block["kind"]): number {
  const open = text.length - linkLength
  if (open < 9 || kind === "heading" || kind === "caption" || open < text.length * 0.25) return 0
  const wide = wideScript.test(text) ? 3 : 1
  const length = open * wide
  if (length < 25) return 0
  const density = linkLength / text.length
  const sentences = Math.min(4, countOf(text, /[.!?…]["'”’»)]?(?:\s|$)|[。！？؟।។]/g))
  const commas = Math.min(6, countOf(text, /[,、，،;:]/g))
  if (sentences === 0 && length < 80) return 0
  const weight = kind === "list" ? 0.7 : 1
  return (1 + sentences * 0.5 + commas * 0.3 + Math.min(6, length / 100)) * (1 - density) ** 2 * weight
}

function countOf(text: string, pattern: RegExp): number {
  pattern.lastIndex = 0
  let count = 0
  const head = text.length > 1000 ? text.slice(0, 1000) : text
  while (count < 8 && pattern.exec(head)) count++
  return count
}
