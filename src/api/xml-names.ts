/** The first character of an XML name and the others (XML 1.0, fifth edition, 2.3), without the colon. */
const nameStart =
  "A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}" +
  "\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}"
const notNameStart = new RegExp(`^(?![${nameStart}])`, "u")
const notName = new RegExp(`[^${nameStart}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}]`, "gu")

/** The ids as XML names, each its own; what a name cannot hold becomes `_`. */
export function xmlNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return ids.map((id) => {
    const plain = id.replace(notName, "_").replace(notNameStart, "w")
    let name = plain
    for (let at = 2; taken.has(name); at++) name = `${plain}.${at}`
    taken.add(name)
    return name
  })
}

/** Text as XML, for elements and attributes. Characters that XML cannot hold are shown as U+FFFD. */
export function escapedXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"\t\n\r]/g, (char) => xmlEscapes[char]!)
}

const xmlEscapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
}
