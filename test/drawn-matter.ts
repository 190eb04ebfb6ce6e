import { randomOf } from "../src/base/index.ts"

const places = ["Aldmoor", "Brackwell", "Cairnby", "Dunholm", "Eskwater", "Farrowgate", "Gilsland", "Hexley"]
const people = ["Quill", "Rosen", "Sandoval", "Thwaite", "Umber", "Varley", "Winslow", "Yarrow"]
const bodies = ["Guild", "Council", "Harbour Trust", "Bench", "Assembly", "Board", "Chamber", "Academy"]
const common =
  "after before nobody opened mended sold lost painted flooded measured guarded bridge archive mill orchard tunnel ferry theatre well slowly gladly twice under behind across without along early late cold warm heavy small green quiet broken only while until because though".split(
    " ",
  )

/** Sentences on one matter: its names are its own, and no two sentences are alike. */
export function matter(n: number, sentences: number, from = 0): string {
  return Array.from({ length: sentences }, (_, i) => {
    const random = randomOf(1000 * n + from + i + 1)
    const some = (count: number): string => Array.from({ length: count }, () => random.pick(common)).join(" ")
    return `${some(1)} ${places[n % 8]} ${some(6)} ${people[(n + 3) % 8]} ${some(2)} ${bodies[(n + 5) % 8]} ${some(5)}.`
  }).join(" ")
}
