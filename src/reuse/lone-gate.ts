import { tokenize } from "../language/index.ts"
import { functionWords, wordRate } from "./english-rates.ts"
import type { CountedWords } from "./reuse-report.ts"

/** Words so common that no honest text of some length lacks one of them. */
export const coreWords: readonly string[] = functionWords.filter((word) => (wordRate(word) ?? 0) >= 18_000)

/** A core word is missing where it should have stood this often, and stands less than this part of it. */
export const coreExpectedMin = 5
export const coreLeftMax = 0.06

/** The place of each function word by its hash, in a table with open places: a Map of numbers costs several times more. */
const tableSize = 4096
const tableHashes = new Uint32Array(tableSize)
const tableSlots = new Int16Array(tableSize).fill(-1)
for (const [slot, word] of functionWords.entries()) {
  const hash = tokenize(word).hashes[0]!
  let at = hash % tableSize
  while (tableSlots[at]! >= 0) at = (at + 1) % tableSize
  tableHashes[at] = hash
  tableSlots[at] = slot
}

/** The place of the function word with this hash; -1 for another word. */
function slotOf(hash: number): number {
  let at = hash % tableSize
  while (tableSlots[at]! >= 0 && tableHashes[at] !== hash) at = (at + 1) % tableSize
  return tableSlots[at]!
}

const majorityShareMin = 0.6
const majoritySeenMin = 5
/** At least this part of an English text is function words. */
const englishShareMin = 0.2

/**
 * True when a report may show signs of a machine by itself: a cheap look at the hashes of its words, that lets hardly
 * any honest report pass and none that `lone-signs` could prove. Cost: one pass.
 */
export function mayShowSigns(words: CountedWords): boolean {
  const counts = new Uint32Array(functionWords.length)
  const votes = [new Uint32Array(functionWords.length), new Uint32Array(functionWords.length)] as const
  const leaders = [new Uint32Array(functionWords.length), new Uint32Array(functionWords.length)] as const
  let known = 0
  for (let i = 0; i < words.count; i++) {
    const slot = slotOf(words.hashes[i]!)
    if (slot < 0) continue
    known++
    counts[slot]!++
    if (i + 1 < words.count) vote(votes[0], leaders[0], slot, words.hashes[i + 1]!)
    if (i > 0) vote(votes[1], leaders[1], slot, words.hashes[i - 1]!)
  }
  if (known < englishShareMin * words.count) return false
  return functionWords.some((word, slot) => {
    const expected = ((wordRate(word) ?? 0) * words.count) / 1e6
    const core = coreWords.includes(word)
    if (core && expected >= coreExpectedMin && counts[slot]! <= coreLeftMax * expected) return true
    const most = Math.max(votes[0][slot]!, votes[1][slot]!)
    return counts[slot]! >= majoritySeenMin && most >= majorityShareMin * counts[slot]!
  })
}

/** One step of Boyer and Moore's majority vote. */
function vote(votes: Uint32Array, leaders: Uint32Array, slot: number, hash: number): void {
  if (votes[slot] === 0) {
    leaders[slot] = hash
    votes[slot] = 1
  } else if (leaders[slot] === hash) votes[slot]!++
  else votes[slot]!--
}
