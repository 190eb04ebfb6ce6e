import { readFileSync } from "node:fs"
import { join } from "node:path"
import { detectLanguage } from "../src/article/detect-language.ts"
import { root } from "../tools/source-tree.ts"
import type { EvalMeasure } from "./measure.ts"

/** The language of short texts of our own, two a language. */
export const languagesMeasure: EvalMeasure = {
  name: "article/languages",
  needs: [],
  run: async () => {
    const lines = readFileSync(join(root, "eval/fixtures/languages.txt"), "utf8").split("\n")
    const texts = lines.flatMap((line) => {
      const [, language, text] = /^([a-z]{2}) (.+)$/.exec(line) ?? []
      return language === undefined || text === undefined ? [] : [{ language, text }]
    })
    const found = texts.map(({ language, text }) => ({ language, found: detectLanguage(text) }))
    const whole = new Set(texts.map(({ language }) => language))
    for (const { language, found: answer } of found) if (answer !== language) whole.delete(language)
    return {
      texts: texts.length,
      languages: new Set(texts.map(({ language }) => language)).size,
      right: found.filter(({ language, found: answer }) => answer === language).length / texts.length,
      wrong:
        found.filter(({ language, found: answer }) => answer !== null && answer !== language).length /
        texts.length,
      "languages right throughout": whole.size,
    }
  },
}
