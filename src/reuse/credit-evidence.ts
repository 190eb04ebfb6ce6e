import type { ReuseReport } from "./reuse-report.ts"

/** Words before the name of a house that give it the news, and words after it. */
const givenBefore =
  /(?:(?:first |originally |previously )?(?:reported|published|revealed|broken|disclosed) (?:by|in|on)|(?:obtained|seen|reviewed|viewed|verified) by|(?:told|interview with|according to|as reported by|citing|quoted by)|laut|zufolge|selon|d['’]après|según|secondo|segundo|volgens|enligt)\s+(?:the |der |die |das |le |la |l['’]|el |il |o |a |de )?["“«]?$/iu
const givenAfter =
  /^["”»]?,?\s+(?:(?:first|originally|earlier|has|had|previously)\s+){0,2}(?:reported|reports|revealed|wrote|writes|disclosed|broke|learned|obtained|published|berichtete|berichtet|zufolge|rapporte|informó)(?![\p{L}])/iu
const aroundMax = 60

/** Of a name that a text repeats, so many places are looked at. */
const placesMax = 20

/** The words by which one report says that it has something from the house of the other, or null. */
export function creditTo(from: ReuseReport, to: ReuseReport): string | null {
  const name = to.outlet === null ? "" : plainName(to.outlet)
  if (name === "" || (from.outlet !== null && plainName(from.outlet) === name)) return null
  for (const { names } of from.credits)
    for (const credited of names) if (plainName(credited) === name) return credited
  return newsGivenTo(from.text, to.outlet!.replace(/^the /i, ""))
}

/** The house that both credit and neither is, or null: both may have it from there. */
export function creditedByBoth(a: ReuseReport, b: ReuseReport): string | null {
  const own = [a.outlet, b.outlet].map((outlet) => (outlet === null ? "" : plainName(outlet)))
  const wanted = new Set(b.credits.flatMap(({ names }) => names.map(plainName)))
  for (const { kind, names } of a.credits)
    for (const name of kind === "agency" || kind === "dateline" ? names : [])
      if (wanted.has(plainName(name)) && !own.includes(plainName(name))) return name
  return null
}

function newsGivenTo(text: string, name: string): string | null {
  let at = text.indexOf(name)
  for (let place = 0; at >= 0 && place < placesMax; place++) {
    const end = at + name.length
    if (!/[\p{L}\p{N}]/u.test(text[end] ?? " ")) {
      const before = givenBefore.exec(text.slice(Math.max(0, at - aroundMax), at))
      if (before) return `${before[0]}${name}`.trim()
      const after = givenAfter.exec(text.slice(end, end + aroundMax))
      if (after) return `${name}${after[0]}`
    }
    at = text.indexOf(name, end)
  }
  return null
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/^the /, "")
}
