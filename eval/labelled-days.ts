/** Why a page cannot be asked for the day that its label gives. */
export type DayDoubt = "nowhere" | "a change"

/**
 * Whether `html`, had at `address`, contradicts a label that says it came out on `day` (`2019-05-03`): the day stands
 * nowhere on it in any written form, or the page calls it a change wherever it writes it, or its data name it as the
 * change of something that they say came out on another day. Null where it does not. Reads the bytes by patterns of
 * its own, so that what is measured has no say in what is asked.
 */
export function doubtOfDay(html: string, address: string, day: string): DayDoubt | null {
  const written = writtenForms(day)
  const text = `${address}\n${html}`
  const places = [...text.matchAll(written)]
  if (places.length === 0) return hasEpoch(text, day) ? null : "nowhere"
  const changes = valuesOf(text, /(?:dateModified|modified_time|updated_time|lastmod)/)
  const publications = valuesOf(text, /(?:datePublished|dateCreated|published_time)/)
  const isIn = (values: readonly string[]): boolean => values.some((value) => value.search(written) >= 0)
  if (isIn(changes) && publications.length > 0 && !isIn(publications)) return "a change"
  const isChange = ({ index }: RegExpExecArray): boolean =>
    /modif|updat|chang|revis|review/i.test(text.slice(Math.max(0, index - wordsBefore), index))
  return places.every(isChange) ? "a change" : null
}

const wordsBefore = 80
const monthForms = [
  "jan(?:uary)?",
  "feb(?:ruary)?",
  "mar(?:ch)?",
  "apr(?:il)?",
  "may",
  "june?",
  "july?",
  "aug(?:ust)?",
  "sept?(?:ember)?",
  "oct(?:ober)?",
  "nov(?:ember)?",
  "dec(?:ember)?",
]

function writtenForms(day: string): RegExp {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number]
  const [m, d] = [`0?${month}`, `0?${date}`]
  const name = `(?:${monthForms[month - 1]})\\.?`
  const gap = "(?:\\s|&nbsp;|,|-|<[^<>]{0,200}>)*"
  const short = `(?:${year}|${String(year).slice(2)})(?!\\d)`
  return new RegExp(
    [
      `${day}|${day.replaceAll("-", "")}|${year}([-/.])${m}\\1${d}(?!\\d)|${year}/${name}/${d}(?!\\d)`,
      `(?<!\\d)${m}([-/.])${d}\\2${short}|(?<!\\d)${d}([-/.])${m}\\3${short}`,
      `${name}${gap}${d}(?:st|nd|rd|th)?(?:${gap}|\\sat\\s)${year}`,
      `(?<!\\d)${d}(?:st|nd|rd|th|\\.)?(?:\\sof)?${gap}${name}${gap}${short}`,
    ].join("|"),
    "gi",
  )
}

function valuesOf(text: string, key: RegExp): readonly string[] {
  const pattern = new RegExp(
    `${key.source}["'\\\\]*\\s*(?:[:=]|content=)\\s*\\\\?["']?\\s*([^"'<>\\\\]{6,40})`,
    "gi",
  )
  return [...text.matchAll(pattern)].map((match) => match[1]!)
}

function hasEpoch(text: string, day: string): boolean {
  const start = Date.parse(`${day}T00:00:00Z`) / 1000
  return [...text.matchAll(/(?<!\d)(1\d{9})(?:\d{3})?(?!\d)/g)].some(
    ([, seconds]) => Number(seconds) >= start - 43_200 && Number(seconds) < start + 129_600,
  )
}
