import type { PageElement } from "./page-tree.ts"

/** Why all that is in an element is thought to be none of the article. */
export interface ContainerFinding {
  readonly reason: string
  readonly kind: "navigation" | "comment" | "share" | "related" | "promotion" | "hidden" | "meta" | "media"
  /** True of what hardly ever holds an article, as a footer; a weak finding gives way to much prose. */
  readonly strong: boolean
}

const byTag: Readonly<Record<string, ContainerFinding>> = {
  nav: { reason: "nav element", kind: "navigation", strong: true },
  menu: { reason: "menu element", kind: "navigation", strong: true },
  footer: { reason: "footer element", kind: "navigation", strong: true },
  aside: { reason: "aside element", kind: "related", strong: false },
  form: { reason: "form element", kind: "promotion", strong: false },
  button: { reason: "button element", kind: "share", strong: true },
  select: { reason: "select element", kind: "navigation", strong: true },
  dialog: { reason: "dialog element", kind: "promotion", strong: true },
  audio: { reason: "audio element", kind: "media", strong: true },
  video: { reason: "video element", kind: "media", strong: true },
  "amp-sidebar": { reason: "sidebar element", kind: "navigation", strong: true },
}

const byRole: Readonly<Record<string, ContainerFinding["kind"]>> = {
  navigation: "navigation",
  banner: "navigation",
  contentinfo: "navigation",
  complementary: "related",
  search: "navigation",
  dialog: "promotion",
  alertdialog: "promotion",
  menu: "navigation",
  menubar: "navigation",
  tablist: "navigation",
  toolbar: "share",
}

/** Words of class and id names, between hyphens, underscores or capitals. */
const byName: readonly (readonly [kind: ContainerFinding["kind"], pattern: RegExp])[] = [
  [
    "comment",
    /(?:^|[\s-])(?:comments?|commentlist|comment-?(?:list|section|area|form|respond|container)|disqus|respond|replies|livefyre|fb-comments|discussion|talkback|viafoura|spot-im|openweb)(?=$|[\s-])/,
  ],
  [
    "share",
    /(?:^|[\s-])(?:share|shares|sharing|sharedaddy|share(?:bar|buttons?|tools?|links?)|social|social(?:bar|links?|media|icons?|share)|addthis|addtoany|a2a|follow(?:-us)?|jp-relatedposts|tools|toolbar|article-tools|print|email-this|syndication)(?=$|[\s-])/,
  ],
  [
    "related",
    /(?:^|[\s-])(?:related|related(?:posts?|articles?|content|stories|links?|news)|recommend(?:ed|ations?)?|recirc|recirculation|more-(?:from|stories|news|articles|on|like)|read-?(?:more|next|also)|most-(?:read|popular|viewed|recent)|popular|trending|outbrain|taboola|zergnet|revcontent|mgid|also-(?:like|read)|see-also|up-next|next-(?:article|post|up|story)|prev-next|post-nav|inline-?related|topic-bubble|teasers?|promo|promos|sidebar|side-bar|rail|right-rail|widget-area|sidebar-widget|footer-widget|next-prev|prev-next|recent-(?:posts?|news|articles|stories)|other-(?:news|articles|stories|posts)|latest-news|top-stories|story-list|carousel|suggested|suggestions|further-reading|you-may-like|rp4wp|yarpp|crp-related|nextpost|prevpost|post-navigation|nav-links|pagination|pager|pagenav|wp-pagenavi)(?=$|[\s-])/,
  ],
  [
    "promotion",
    /(?:^|[\s-])(?:ad|ads|advert|adverts|advertisement|advertising|adsense|ad-?(?:slot|unit|wrapper|container|block|box|banner|label|placeholder)|dfp|gpt|sponsor|sponsored|sponsors|newsletter|newsletters|newsletter-?(?:signup|form|box)|subscribe|subscription|signup|sign-up|mailing-list|paywall|piano|regwall|donate|donation|cookie|cookies|cookie-?(?:banner|notice|consent|bar)|consent|gdpr|onetrust|popup|pop-up|modal|overlay|lightbox|promo-?box|app-promo|download-app|banner|call-to-action|cta)(?=$|[\s-])/,
  ],
  [
    "navigation",
    /(?:^|[\s-])(?:nav|navbar|navigation|menu|menus|breadcrumbs?|crumbs|masthead|site-?header|site-?footer|page-?header|page-?footer|global-?(?:header|footer)|footer|foot|colophon|skip-?(?:link|nav)|toc|table-of-contents|search-?(?:form|box|bar)|off-?canvas|drawer|topbar|top-bar|copyright|legal|disclaimer)(?=$|[\s-])/,
  ],
  [
    "meta",
    /(?:^|[\s-])(?:byline|bylines|by-?line|dateline-?meta|author|authors|author-?(?:box|bio|info|name|card|meta|block|details|wrap|container)|about-(?:the-)?author|post-?author|bio|contributors?|article-?meta|post-?meta|entry-?meta|meta|metadata|meta-?data|post-?info|article-?info|post-?date|publish-?date|pub-?date|published|timestamp|date|datetime|posted-on|entry-date|article-date|tags|tag-?(?:list|links|cloud|wrapper)|post-?tags|entry-?tags|article-?tags|categories|cat-links|tags-links|keywords|topics|labels|kicker|eyebrow|reading-time|read-time|readtime|post-?footer|entry-?footer|article-?footer|story-?footer|credits?|source-?link|ratings?|rating|votes?|views|edit-?link|license|licence|post-?categories|dateline)(?=$|[\s-])/,
  ],
  [
    "hidden",
    /(?:^|[\s-])(?:hidden|visually-?hidden|sr-only|screen-?reader(?:-text)?|assistive-text|invisible|print-only|no-?js|noscript)(?=$|[\s-])/,
  ],
  [
    "media",
    /(?:^|[\s-])(?:caption|captions|wp-caption-text|image-?caption|photo-?caption|img-?caption|media-?caption|figcaption|photo-?credit|image-?credit|img-?credit|picture-?credit|slideshow|gallery|gallery-?caption|video-?player|jwplayer|player|brightcove|vjs|video-js|podcast-?player|audio-?player|cutline|image-?source|image-?copyright)(?=$|[\s-])/,
  ],
]

const neverByName = new Set([
  "html",
  "body",
  "main",
  "article",
  "#page",
  "h1",
  "td",
  "tr",
  "tbody",
  "blockquote",
])

/** Tests elements against what their tag, role, state and names say, remembering the answers by name for one page. */
export class ContainerRules {
  private readonly findings = new Map<string, ContainerFinding | null>()

  of(element: PageElement): ContainerFinding | null {
    const { tag, attributes } = element
    const tagged = byTag[tag]
    if (tagged) return tagged
    const { role, style, hidden, class: className, id } = attributes
    if (role !== undefined && tag !== "body") {
      const kind = byRole[role]
      if (kind) return { reason: `role ${role}`, kind, strong: !role.startsWith("tab") }
    }
    if (hidden !== undefined && !id?.startsWith("S:"))
      return { reason: "hidden", kind: "hidden", strong: true }
    if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
      return { reason: "hidden by its style", kind: "hidden", strong: true }
    if ((className === undefined && id === undefined) || neverByName.has(tag)) return null
    const names = `${className ?? ""} ${id ?? ""}`
    let finding = this.findings.get(names)
    if (finding === undefined) {
      finding = findingOfNames(names)
      this.findings.set(names, finding)
    }
    return finding
  }
}

function findingOfNames(names: string): ContainerFinding | null {
  if (/(?:^|\s)(?:hentry|type-post|post-\d+)(?:\s|$)/.test(names)) return null
  const words = nameWords(names).replace(/(?:^|\s)(?:has|no|with|is|without|category|hide|show)-\S*/g, " ")
  for (const [kind, pattern] of byName) {
    const match = pattern.exec(words)
    if (!match) continue
    const name = match[0].replace(/^[\s-]/, "")
    const end = match.index + match[0].length
    const inMiddle = match[0].startsWith("-") && words[end] === "-"
    if (inMiddle && mereParts.has(kind)) continue
    return { reason: `named ${name}`, kind, strong: strongNames.test(name) }
  }
  return null
}

/** Kinds whose words say little in the middle of a longer name: `content-nav-section`, `post-date-large`. */
const mereParts: ReadonlySet<ContainerFinding["kind"]> = new Set(["navigation", "meta", "hidden", "media"])

const strongNames =
  /^(?:comments?|commentlist|disqus|respond|cookies?|cookie-.*|consent|gdpr|onetrust|popup|pop-up|modal|lightbox|footer|site-?footer|page-?footer|global-?footer|colophon|copyright|outbrain|taboola|zergnet|navbar|breadcrumbs?)$/

/** `relatedLinks__item` to `related-links-item`. */
export function nameWords(names: string): string {
  return names
    .slice(0, 400)
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[_:./\\]+|--+/g, "-")
}
