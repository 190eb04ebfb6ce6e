import { NameTable } from "./name-table.ts"

/** What a tag does to the elements around it, by the HTML standard (13.2.6), as bits. */
export const tagTrait = {
  /** Has no content. */
  void: 1,
  /** Its content is no markup, or is not read here. */
  opaque: 2,
  /** May stand in the head of a page. */
  head: 4,
  /** "Special": an end tag of another name does not reach beyond it, unless it is a block's own. */
  special: 8,
  /** An end tag within does not reach beyond it. */
  scope: 16,
  /** Begins after any open paragraph. */
  closesParagraph: 32,
  /** Its end tag closes whatever is open inside it. */
  block: 64,
  heading: 128,
  /** A direct child of a table's skeleton, rather than of a cell, stands before the table. */
  skeleton: 256,
} as const

const tagsByTrait: Readonly<Record<keyof typeof tagTrait, string>> = {
  void: "area base basefont bgsound br col colgroup embed frame hr image img input keygen link meta param source track wbr",
  opaque:
    "annotation annotation-xml canvas iframe noembed noframes noscript object script style svg template textarea title xmp",
  head: "base basefont bgsound head html link meta noframes noscript script style template title",
  special:
    "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp",
  scope: "applet caption marquee object table td th template",
  closesParagraph:
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp",
  block:
    "address applet article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup li listing main marquee menu nav object ol p pre search section summary ul",
  heading: "h1 h2 h3 h4 h5 h6",
  skeleton: "table tbody tfoot thead tr",
}

/** Tags without a trait that are common enough to be told without cutting them out. */
const otherTags =
  "a abbr acronym audio b bdi bdo big cite code data datalist del dfn em font g i ins kbd label legend mark math nobr optgroup option output path picture q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u use var video"

export const tagTable = new NameTable([
  ...new Set(`${Object.values(tagsByTrait).join(" ")} ${otherTags}`.split(" ")),
])

/** The traits of each tag of the table; a tag that is not in it has none. */
export const traitsOfTag: Uint16Array = (() => {
  const traits = new Uint16Array(tagTable.names.length)
  for (const [trait, tags] of Object.entries(tagsByTrait))
    for (const tag of tags.split(" "))
      traits[tagTable.indexOf(tag)]! |= tagTrait[trait as keyof typeof tagTrait]
  return traits
})()

/** How deep in a table a part of it stands; 0 is no part of one. */
export const tableLevel = { table: 1, group: 2, row: 3, cell: 4 } as const

/** The table level of each tag. A caption holds prose as a cell does. */
export const tableLevelOfTag: Uint8Array = (() => {
  const levels = new Uint8Array(tagTable.names.length)
  const tags: Readonly<Record<keyof typeof tableLevel, string>> = {
    table: "table",
    group: "col colgroup tbody tfoot thead",
    row: "tr",
    cell: "caption td th",
  }
  for (const [level, names] of Object.entries(tags))
    for (const tag of names.split(" "))
      levels[tagTable.indexOf(tag)] = tableLevel[level as keyof typeof tableLevel]
  return levels
})()
