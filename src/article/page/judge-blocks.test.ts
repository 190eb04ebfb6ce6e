import fc from "fast-check"
import { expect, test } from "vitest"
import { featureNames, viewBlocks } from "./block-features.ts"
import { outlinePage } from "./page-blocks.ts"
import { pageMetadata } from "./page-metadata.ts"
import { placeOfText } from "./page-text.ts"
import { parsePage } from "./parse-page.ts"
import { isLikely, strongestObjection, weighBlock } from "./weigh-block.ts"

const lede =
  "The old ferry stopped in the middle of the sound on Tuesday evening, and its 84 passengers spent the night aboard."
const second =
  "“Nobody told us anything until the morning,” said Ada Lindqvist, who had been on her way home from the market."

/** What is seen of each block of `html` that is weighed, with how likely it is the article's. */
function weighed(html: string): readonly { readonly text: string; readonly chance: number }[] {
  const tree = parsePage(html)
  const outline = outlinePage(tree)
  const metadata = pageMetadata(tree, outline, null)
  const { setting } = placeOfText(tree, outline.blocks, metadata, new Set(), 1)
  return viewBlocks(outline.blocks, setting).map(({ block, features }) => {
    expect(features.length).toBe(featureNames.length)
    expect(features.every(Number.isFinite)).toBe(true)
    expect(featureNames.map(({ group }) => group)).toContain(strongestObjection(features))
    const chance = weighBlock(features)
    for (const chanceMin of [0.05, 0.3, 0.6, 0.9])
      expect(isLikely(features, chanceMin)).toBe(chance >= chanceMin)
    return { text: block.text, chance }
  })
}

test("paragraphs weigh more than the links and the credit between them", () => {
  const blocks = weighed(
    `<title>Ferry adrift</title><body><div class="story"><h1>Ferry adrift</h1><p>${lede}<p>${second}
    <p><a href="/2">More from the harbour</a><p>Photo: Eva Lund<p>${lede} Again.<p>${second} So she said.</div>`,
  )
  const chanceOf = (start: string): number => blocks.find(({ text }) => text.startsWith(start))!.chance
  for (const paragraph of [lede, second])
    for (const other of ["More from", "Photo"]) expect(chanceOf(paragraph)).toBeGreaterThan(chanceOf(other))
})

test("law: whatever the blocks, each has all features, and a chance", () => {
  const piece = fc.constantFrom(
    "<div>",
    "<div class=body>",
    "</div>",
    "<p>",
    "<article>",
    "</article>",
    "<h1>Ferry adrift</h1>",
    "<h2>Ferry adrift</h2>",
    "<blockquote class=twitter-tweet>",
    "<li itemprop=name><em>",
    "<aside>",
    lede,
    second,
    "Home",
    "© 2031",
    "フェリーは海峡の真ん中で止まった。",
    "<br><br>",
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const { chance } of weighed(`<title>Ferry adrift</title>${pieces.join("")}`)) {
        expect(chance).toBeGreaterThan(0)
        expect(chance).toBeLessThan(1)
      }
    }),
  )
})
