/** Why all that is in an element is thought to be none of the article. */
export interface ContainerFinding {
  readonly reason: string
  readonly kind: "navigation" | "comment" | "share" | "related" | "promotion" | "hidden" | "meta" | "media"
  /** True of what hardly ever holds an article, as a footer; a weak finding gives way to much prose. */
  readonly strong: boolean
}

/**
 * What classes and ids are called, by what they hold. `?` stands for a hyphen that may be left out; capitals and
 * underscores in a page's own names count as hyphens.
 */
const names: readonly (readonly [kind: ContainerFinding["kind"], phrases: string])[] = [
  [
    "comment",
    "comment comments comment?list comment?section comment?area comment?form comment?respond comment?container disqus respond replies livefyre fb-comments discussion talkback viafoura spot-im openweb reader?comments",
  ],
  [
    "share",
    "share shares sharing sharedaddy share?bar share?button share?buttons share?tools share?links social social?bar social?links social?media social?icons social?share addthis addtoany a2a follow follow-us jp-relatedposts tools toolbar article-tools print email-this syndication",
  ],
  [
    "related",
    "related related?post related?posts related?article related?articles related?content related?stories related?links related?news recommend recommended recommendation recommendations recirc recirculation more-from more-stories more-news more-articles more-on more-like read?more read?next read?also most-read most-popular most-viewed most-recent popular trending outbrain taboola zergnet revcontent mgid also-like also-read see-also up-next next-article next-post next-up next-story prev-next next-prev post-nav inline?related topic-bubble teaser teasers promo promos sidebar side-bar rail right-rail widget-area sidebar-widget footer-widget recent?posts recent?news recent?articles recent?stories other-news other-articles other-stories other-posts latest-news latest-posts top-stories story-list carousel suggested suggestions further-reading you-may-like rp4wp yarpp crp-related nextpost prevpost post-navigation nav-links pagination pager pagenav wp-pagenavi",
  ],
  [
    "promotion",
    "ad ads advert adverts advertisement advertisements advertising adsense ad?slot ad?unit ad?wrapper ad?container ad?block ad?box ad?banner ad?label ad?placeholder dfp gpt sponsor sponsored sponsors newsletter newsletters newsletter?signup newsletter?form newsletter?box subscribe subscription signup sign-up mailing-list paywall piano regwall donate donation cookie cookies cookie?banner cookie?notice cookie?consent cookie?bar consent gdpr onetrust popup pop-up modal overlay lightbox promo?box app-promo download-app banner call-to-action cta",
  ],
  [
    "navigation",
    "nav navbar navigation menu menus breadcrumb breadcrumbs crumbs masthead site?header site?footer page?header page?footer global?header global?footer footer foot colophon skip?link skip?nav toc table-of-contents search?form search?box search?bar off?canvas drawer topbar top-bar copyright legal disclaimer",
  ],
  [
    "meta",
    "byline bylines by?line dateline-meta author authors author?box author?bio author?info author?name author?card author?meta author?block author?details author?wrap author?container about-author about-the-author post?author bio contributor contributors article?meta post?meta entry?meta meta metadata meta?data post?info article?info post?date publish?date pub?date published timestamp date datetime posted-on entry-date article-date tags tag?list tag?links tag?cloud tag?wrapper post?tags entry?tags article?tags categories cat-links tags-links keywords topics labels kicker eyebrow reading-time read-time readtime post?footer entry?footer article?footer story?footer credit credits source?link rating ratings votes vote views view edit?link license licence post?categories dateline",
  ],
  [
    "hidden",
    "hidden visually?hidden sr-only screen-reader screen-reader-text assistive-text invisible print-only",
  ],
  [
    "media",
    "caption captions wp-caption-text image?caption photo?caption img?caption media?caption figcaption photo?credit image?credit img?credit picture?credit slideshow gallery gallery?caption video?player jwplayer player brightcove vjs video-js podcast?player audio?player cutline image?source image?copyright",
  ],
]

/** Names that hardly ever stand on what holds an article. */
const strong = new Set(
  "comment comments commentlist comment-list disqus respond cookie cookies cookie-banner cookiebanner cookie-notice cookie-consent cookie-bar consent gdpr onetrust popup pop-up modal lightbox footer site-footer sitefooter page-footer pagefooter global-footer globalfooter colophon copyright outbrain taboola zergnet navbar breadcrumb breadcrumbs".split(
    " ",
  ),
)

interface Phrase {
  /** The hashes of its words. */
  readonly words: readonly number[]
  readonly kind: ContainerFinding["kind"]
  readonly rank: number
  readonly finding: ContainerFinding
}

const hashSeed = 5381

/** The hash of a word so far and one more letter, whatever its case, or digit; never a boxed number. */
function wordHash(hash: number, unit: number): number {
  return (Math.imul(hash, 33) ^ (unit | 32)) & 0x3fffffff
}

function hashOf(word: string): number {
  let hash = hashSeed
  for (let at = 0; at < word.length; at++) hash = wordHash(hash, word.charCodeAt(at))
  return hash
}

const phrasesByFirstWord: ReadonlyMap<number, readonly Phrase[]> = (() => {
  const map = new Map<number, Phrase[]>()
  for (const [rank, [kind, phrases]] of names.entries()) {
    for (const written of phrases.split(" ")) {
      for (const name of written.includes("?")
        ? [written.replace("?", "-"), written.replace("?", "")]
        : [written]) {
        const words = name.split("-").map(hashOf)
        const phrase = {
          words,
          kind,
          rank,
          finding: { reason: `named ${name}`, kind, strong: strong.has(name) },
        }
        map.set(words[0]!, [...(map.get(words[0]!) ?? []), phrase])
      }
    }
  }
  for (const list of map.values()) list.sort((a, b) => a.rank - b.rank || b.words.length - a.words.length)
  return map
})()

/** The name of a whole post, as WordPress gives it: whatever else is in the names counts for nothing. */
const wrapper: Phrase = {
  words: [],
  kind: "meta",
  rank: -1,
  finding: { reason: "", kind: "meta", strong: false },
}
const [hentryWord, typeWord, postWord] = ["hentry", "type", "post"].map(hashOf)

const tellingMask = (1 << 14) - 1
/** By the last bits of a word's hash, 1 where a phrase may begin with it: spares most words the look-up. */
const telling = new Uint8Array(tellingMask + 1)
for (const word of [...phrasesByFirstWord.keys(), hentryWord!, typeWord!, postWord!])
  telling[word & tellingMask] = 1

/** Kinds whose words say little in the middle of a longer name: `content-nav-section`, `post-date-large`. */
const mereParts: ReadonlySet<ContainerFinding["kind"]> = new Set(["navigation", "meta", "hidden", "media"])

const ignoredFirstWords = new Set("has no with is without category hide show".split(" ").map(hashOf))
const tokensMax = 60
const wordsMax = 12

/** What one page's names say, each name looked at once. */
export class NameRules {
  private readonly findings = new Map<string, Phrase | null>()
  /** The hashes of the words of one name. */
  private readonly words = new Int32Array(wordsMax)

  /** What an element's class and id say, or null. The earlier kind in the table wins, then the class. */
  of(className: string | undefined, id: string | undefined): ContainerFinding | null {
    const byClass = className === undefined ? null : this.inNames(className)
    const byId = id === undefined ? null : this.inNames(id)
    if (byClass === wrapper || byId === wrapper) return null
    if (byClass === null) return byId?.finding ?? null
    return byId !== null && byId.rank < byClass.rank ? byId.finding : byClass.finding
  }

  private inNames(names: string): Phrase | null {
    const known = this.findings.get(names)
    if (known !== undefined) return known
    const found = this.find(names)
    this.findings.set(names, found)
    return found
  }

  /**
   * The earliest kind that one of the names, parted by blanks, tells. Words part at all that is no letter or digit
   * and before a capital. Words are compared by their hashes: cutting them out took longer than parsing the page.
   */
  private find(names: string): Phrase | null {
    let best: Phrase | null = null
    let hash = hashSeed
    let count = 0
    let isTelling = false
    /** The kind of the unit before: 0 boundary, 1 capital, 2 small letter, 3 digit. */
    let last = 0
    let inNumber = false
    for (let at = 0, tokens = 0; at <= names.length && tokens < tokensMax; at++) {
      const unit = at < names.length ? names.charCodeAt(at) : 32
      const kind = kindOfUnit(unit)
      if (last !== 0 && (kind === 0 || (kind === 1 && last > 1))) {
        if (count < wordsMax) this.words[count++] = hash
        isTelling ||= telling[hash & tellingMask] === 1
        hash = hashSeed
      }
      last = kind
      if (kind !== 0) {
        inNumber = kind === 3 && (inNumber || hash === hashSeed)
        hash = wordHash(hash, unit)
      }
      if (unit > 32) continue
      const phrase = isTelling ? this.phraseOf(count, inNumber) : null
      if (phrase !== null && (best === null || phrase.rank < best.rank)) best = phrase
      if (count > 0) tokens++
      count = 0
      isTelling = false
    }
    return best
  }

  /** What the first `count` of the words say together; `numbered` when the last is a number. */
  private phraseOf(count: number, numbered: boolean): Phrase | null {
    const { words } = this
    if (count === 1 && words[0] === hentryWord) return wrapper
    if (count === 2 && (words[0] === postWord ? numbered : words[0] === typeWord && words[1] === postWord))
      return wrapper
    if (count > 1 && ignoredFirstWords.has(words[0]!)) return null
    let best: Phrase | null = null
    for (let at = 0; at < count; at++) {
      if (telling[words[at]! & tellingMask] === 0) continue
      const phrase = phraseAt(words, at, count)
      if (!phrase || (best && best.rank <= phrase.rank)) continue
      const inMiddle = at > 0 && at + phrase.words.length < count
      if (!inMiddle || !mereParts.has(phrase.kind)) best = phrase
    }
    return best
  }
}

/** The first of the phrases that begin with the word at `at` and whose other words follow it. */
function phraseAt(words: Int32Array, at: number, count: number): Phrase | null {
  const phrases = phrasesByFirstWord.get(words[at]!)
  if (phrases === undefined) return null
  for (const phrase of phrases) {
    const { length } = phrase.words
    let same = at + length <= count ? 1 : 0
    while (same > 0 && same < length && words[at + same] === phrase.words[same]) same++
    if (same === length) return phrase
  }
  return null
}

function kindOfUnit(unit: number): number {
  if (unit >= 97 && unit <= 122) return 2
  if (unit >= 48 && unit <= 57) return 3
  return unit >= 65 && unit <= 90 ? 1 : 0
}

/** `relatedLinks__item` to `related-links-item`. */
export function nameWords(name: string): string {
  let plain = true
  for (let i = 0; i < name.length && plain; i++) {
    const code = name.charCodeAt(i)
    plain = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 32
  }
  if (plain && !name.includes("--")) return name
  return name
    .slice(0, 400)
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[_:./\\]+|--+/g, "-")
    .replace(/-{2,}/g, "-")
}
