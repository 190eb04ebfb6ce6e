import { Parser } from "htmlparser2"
import { fail, ok, type Result } from "../base/index.ts"
import type { WitnessFailure } from "./collate-wire.ts"

/**
 * The text of each witness of a TEI P5 document made by parallel segmentation, or of what CollateX writes as TEI.
 * White space is one space, and between two paragraphs, lines of verse or the like a line break. A `lem` or `rdg`
 * without `wit` is what the witnesses print that no reading beside it names. Where an editor gives two forms the
 * printed one is taken. Witnesses are those of `listWit`, in its order, and are called by their `n`, or else by their
 * `xml:id`; without a `listWit` those that readings name. Cost: the text, once for each witness.
 */
export function decodeTei(
  xml: string,
): Result<readonly { readonly id: string; readonly text: string }[], WitnessFailure> {
  if (isTooDeep(xml))
    return fail({ kind: "bad-input", message: `elements lie in more than ${depthMax} others` })
  const root = elementsOf(xml)
  const { names, ids } = witnessesOf(root)
  if (names.length === 0) return fail({ kind: "bad-input", message: "no witness is named" })
  const places = new Map(names.map((name, at) => [name, at]))
  const texts = names.map(() => "")
  const print = (element: XmlElement, readers: readonly number[]): void => {
    if (setAside.has(element.name)) return
    if (element.name === "app") {
      printApparatus(element, readers, places, print)
      return
    }
    const breaks = blocks.has(element.name)
    if (breaks) for (const at of readers) texts[at] += "\n"
    const chosen = element.name === "choice" ? printedForm(element) : null
    for (const child of chosen ?? element.children)
      if (typeof child !== "string") print(child, readers)
      else for (const at of readers) texts[at] += child
    if (breaks) for (const at of readers) texts[at] += "\n"
  }
  print(
    root,
    names.map((_, at) => at),
  )
  return ok(ids.map((id, at) => ({ id, text: plain(texts[at]!) })))
}

interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** The parser's time grows with the square of the depth, and what is left open is taken for depth. */
const depthMax = 200

function isTooDeep(xml: string): boolean {
  let depth = 0
  for (const [tag] of xml.matchAll(/<\/|<[^\s<>!?/]|\/>/g)) {
    depth += tag === "</" || tag === "/>" ? -1 : 1
    if (depth > depthMax) return true
  }
  return false
}

function elementsOf(xml: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] }
  const open = [root]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name: name.replace(/^.*:/, ""), attributes, children: [] }
        open.at(-1)!.children.push(element)
        open.push(element)
      },
      ontext: (text) => {
        open.at(-1)!.children.push(text.replace(/[\t\n\r ]+/g, " "))
      },
      onclosetag: () => {
        open.pop()
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return root
}

/** What is about the text and not of it; of two forms that an editor gives, the one that is not printed. */
const setAside = new Set("teiHeader listWit note noteGrp witDetail fw figDesc back standOff".split(" "))
const blocks = new Set(
  "p head l lg div ab item list body front sp speaker salute signed trailer row quote".split(" "),
)
const printedForms = new Set(["sic", "orig", "abbr"])

function printedForm({ children }: XmlElement): readonly XmlElement[] {
  const forms = children.filter((child) => typeof child !== "string")
  const printed = forms.filter(({ name }) => printedForms.has(name))
  return printed.length > 0 ? printed : forms.slice(0, 1)
}

function printApparatus(
  app: XmlElement,
  readers: readonly number[],
  places: ReadonlyMap<string, number>,
  print: (element: XmlElement, readers: readonly number[]) => void,
): void {
  const readings = readingsOf(app).map((element) => ({ element, named: sigla(element) }))
  const named = new Set(readings.flatMap((reading) => reading.named))
  const waiting = new Set(readers)
  for (const { element, named: own } of readings) {
    const at =
      own.length > 0
        ? own.flatMap((name) => places.get(name) ?? [])
        : [...places].flatMap(([name, place]) => (named.has(name) ? [] : [place]))
    const here = [...new Set(at)].filter((place) => waiting.delete(place))
    if (here.length > 0) print({ ...element, name: "reading" }, here)
  }
}

/** The readings of an entry, also those that are grouped. */
function readingsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === "string") return []
    if (child.name === "rdgGrp") return readingsOf(child)
    return child.name === "lem" || child.name === "rdg" ? [child] : []
  })
}

function sigla({ attributes }: XmlElement): readonly string[] {
  return (attributes.wit ?? "")
    .split(/\s+/)
    .flatMap((name) => (name === "" ? [] : [name.replace(/^.*#/, "")]))
}

function witnessesOf(root: XmlElement): {
  readonly names: readonly string[]
  readonly ids: readonly string[]
} {
  const listed = new Map<string, string>()
  const met = new Set<string>()
  const visit = (element: XmlElement): void => {
    const { name, attributes } = element
    const id = attributes["xml:id"]
    if (name === "witness" && id && !listed.has(id)) listed.set(id, attributes.n || id)
    if (name === "lem" || name === "rdg") for (const siglum of sigla(element)) met.add(siglum)
    for (const child of element.children) if (typeof child !== "string") visit(child)
  }
  visit(root)
  if (listed.size === 0) return { names: [...met], ids: [...met] }
  const ids = [...listed.values()]
  return { names: [...listed.keys()], ids: new Set(ids).size === ids.length ? ids : [...listed.keys()] }
}

function plain(text: string): string {
  return text
    .replace(/ +/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n")
    .trim()
}
