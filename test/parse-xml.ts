import { Parser } from "htmlparser2"

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The elements of an XML document in their order. Throws where a tag is not closed by its own name. */
export function parseXml(text: string): readonly XmlElement[] {
  const elements: XmlElement[] = []
  const open: string[] = []
  const tags = [...text.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g)]
  const bare = text
    .replace(/<\?xml[^>]*\?>/, "")
    .replace(/<\/?[A-Za-z][\w:.-]*(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/g, "")
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/.test(bare)) throw new Error("a sign stands bare")
  for (const [, closing, name, , selfClosing] of tags) {
    if (closing === "/") {
      if (open.pop() !== name) throw new Error(`${name} is closed where it was not open`)
    } else if (selfClosing !== "/") open.push(name!)
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(", ")}`)
  const parser = new Parser(
    { onopentag: (name, attributes) => elements.push({ name, attributes }) },
    { xmlMode: true },
  )
  parser.end(text)
  return elements
}
