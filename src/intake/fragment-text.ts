import { Parser } from "htmlparser2"

const blockTags: ReadonlySet<string> = new Set(
  "address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul".split(
    " ",
  ),
)
const silentTags: ReadonlySet<string> = new Set(
  "script style iframe noscript figcaption svg template".split(" "),
)

/** Deeper than this, reading stops: the parser's cost grows with the square of the depth. */
const depthMax = 500

/** The words of a piece of HTML, as a feed carries it: paragraphs parted by a blank line, captions left out. */
export function fragmentText(html: string): string {
  const paragraphs: string[] = []
  let held = ""
  let silent = 0
  let depth = 0
  const finish = (): void => {
    const text = held.replace(/[ \t\r\n\f]+/g, " ").trim()
    if (text !== "") paragraphs.push(text)
    held = ""
  }
  const parser: Parser = new Parser(
    {
      onopentagname: (name) => {
        if (++depth > depthMax) parser.pause()
        if (silentTags.has(name)) silent++
        if (blockTags.has(name)) finish()
      },
      ontext: (text) => {
        if (silent === 0) held += text
      },
      onclosetag: (name) => {
        depth--
        if (silentTags.has(name)) silent = Math.max(0, silent - 1)
        if (blockTags.has(name)) finish()
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  finish()
  return paragraphs.join("\n\n").toWellFormed()
}
