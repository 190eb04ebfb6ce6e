/** What a page's JSON-LD says of its article; null and empty where it says nothing. */
export interface LinkedArticle {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  /** When the article, as the data name it, was made or put up, where that is said apart from its publication. */
  readonly created: string | null
  /** What the data say of the page that holds the article, where that is a thing of its own. */
  readonly page: { readonly published: string | null; readonly modified: string | null } | null
  readonly publisher: string | null
  readonly body: string | null
  readonly description: string | null
  readonly language: string | null
  readonly paywalled: boolean
  readonly type: string
}

type Json = Readonly<Record<string, unknown>>

const articleTypes =
  /(?:^|\/)(?:(?:News|Analysis|Opinion|Review|Background|Reportage|AskPublic|Satirical|Scholarly|Tech|Advertiser)\w*Article|Article|NewsArticle|ReportageNewsArticle|BlogPosting|LiveBlogPosting|Report|Review|Recipe|HowTo|DiscussionForumPosting|SocialMediaPosting|CreativeWork|WebPage|ItemPage|MedicalWebPage|FAQPage|VideoObject|PodcastEpisode)$/
const certainTypes = /(?:Article|Posting|Report|Review|Recipe)$/
const pageTypes = /^(?:Web|Item|MedicalWeb|FAQ)Page$/
const nodesMax = 2000
const scriptCharactersMax = 2_000_000

/**
 * The article that the page's JSON-LD describes, or null. Of several, the one whose headline the page's `title` has,
 * then the most telling type with a headline or date: pages describe the articles that they link to as well.
 */
export function linkedArticle(scripts: readonly string[], title: string | null): LinkedArticle | null {
  const nodes: Json[] = []
  for (const script of scripts) collect(parsed(script), nodes, 0)
  const ids = new Map<string, Json>()
  for (const node of nodes) {
    const id = node["@id"]
    if (typeof id === "string" && Object.keys(node).length > 1 && !ids.has(id)) ids.set(id, node)
  }
  let best: LinkedArticle | null = null
  let bestRank = 0
  let page: LinkedArticle["page"] = null
  const titleText = title?.toLowerCase() ?? ""
  for (const node of nodes) {
    const type = typesOf(node).find((name) => articleTypes.test(name))
    if (type === undefined) continue
    const article = articleOf(node, type, ids)
    if (page === null && pageTypes.test(type) && article.published)
      page = { published: article.published, modified: article.modified }
    const isTitled = article.headline !== null && titleText.includes(article.headline.toLowerCase())
    const rank =
      (isTitled ? 16 : 0) +
      (certainTypes.test(type) ? 8 : 1) +
      (article.published ? 2 : 0) +
      (article.headline ? 2 : 0) +
      (article.authors.length > 0 ? 1 : 0) +
      (article.body ? 1 : 0)
    if (rank > bestRank) {
      best = article
      bestRank = rank
    }
  }
  return best && { ...best, page: pageTypes.test(best.type) ? null : page }
}

function articleOf(node: Json, type: string, ids: ReadonlyMap<string, Json>): LinkedArticle {
  const free = node.isAccessibleForFree
  return {
    type,
    headline: textOf(node.headline) ?? (certainTypes.test(type) ? textOf(node.name) : null),
    authors: namesOf(node.author ?? node.creator, ids, true),
    published: textOf(node.datePublished),
    modified: textOf(node.dateModified),
    created: textOf(node.dateCreated) ?? textOf(node.uploadDate),
    page: null,
    publisher: namesOf(node.publisher ?? node.sourceOrganization, ids)[0] ?? null,
    body: textOf(node.articleBody),
    description: textOf(node.description),
    language: textOf(node.inLanguage),
    paywalled: free === false || (typeof free === "string" && /^false$/i.test(free)),
  }
}

/** Scripts in the wild carry comments, CDATA marks, line breaks in strings and a comma too many. */
function parsed(script: string): unknown {
  if (script.length > scriptCharactersMax) return null
  const trimmed = script
    .replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/g,
      "",
    )
    .trim()
    .replace(/;$/, "")
  try {
    return JSON.parse(trimmed)
  } catch {
    try {
      return JSON.parse(trimmed.replace(/[\u0000-\u001f]+/g, " ").replace(/,\s*([}\]])/g, "$1"))
    } catch {
      return null
    }
  }
}

function collect(value: unknown, nodes: Json[], depth: number): void {
  if (depth > 8 || nodes.length >= nodesMax || typeof value !== "object" || value === null) return
  if (Array.isArray(value)) {
    for (const item of value.slice(0, nodesMax)) collect(item, nodes, depth + 1)
    return
  }
  const node = value as Json
  nodes.push(node)
  for (const key of [
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "author",
    "publisher",
    "creator",
    "itemListElement",
    "hasPart",
  ]) {
    const child = Object.hasOwn(node, key) ? node[key] : undefined
    if (child !== undefined) collect(child, nodes, depth + 1)
  }
}

function typesOf(node: Json): readonly string[] {
  const type = node["@type"]
  const list = Array.isArray(type) ? type : [type]
  return list.filter((name) => typeof name === "string")
}

function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value.trim()
  if (typeof value === "number") return String(value)
  if (Array.isArray(value)) return textOf(value[0])
  if (typeof value === "object" && value !== null && "@value" in value) return textOf(value["@value"])
  return null
}

/** The names that `value` holds; with `people`, without those that are typed as bodies. */
function namesOf(value: unknown, ids: ReadonlyMap<string, Json>, people = false): readonly string[] {
  const list = Array.isArray(value) ? value.slice(0, 40) : [value]
  return list.flatMap((item) => {
    if (typeof item === "string") return item.trim() === "" ? [] : [item.trim()]
    if (typeof item !== "object" || item === null) return []
    const node = item as Json
    const id = node["@id"]
    const full = node.name === undefined && typeof id === "string" ? (ids.get(id) ?? node) : node
    if (people && typesOf(full).some((type) => /Organization/.test(type))) return []
    const { name } = full
    if (Array.isArray(name)) return name.filter((part) => typeof part === "string")
    const text = textOf(name)
    return text === null ? [] : [text]
  })
}
