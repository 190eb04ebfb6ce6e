import { randomOf } from "../src/base/index.ts"
import { type GeneratedReport, generateStories } from "./generated-stories.ts"

/** A page as a crawler saw it. */
export interface GeneratedPage {
  readonly address: string
  readonly html: string
}

export interface GeneratedPagesOptions {
  readonly pages: number
  readonly reportsPerStory: number
  readonly sites: number
  readonly seed: number
}

/** Stories whose reports come mixed with each other, as a crawl meets them. */
const storiesAtOnce = 25
const charactersOfPage = 50_000

/**
 * Pages of some 50 kB as news sites print them: their reports among menus, scripts, data for machines, links to the
 * site's other news, appeals and a footer. Seeded: the same options give the same bytes.
 */
export function* generatePages(options: GeneratedPagesOptions): Generator<GeneratedPage> {
  const { pages, reportsPerStory, sites, seed } = options
  const stories = Math.ceil(pages / reportsPerStory)
  const random = randomOf(seed)
  const reports = generateStories({ stories, reportsPerStory, seed })
  const latest = Array.from({ length: sites }, () => [] as string[])
  let left = pages
  while (left > 0) {
    const some: { readonly report: GeneratedReport; readonly at: number }[] = []
    while (some.length < storiesAtOnce * reportsPerStory) {
      const next = reports.next()
      if (next.done) break
      some.push({ report: next.value, at: random.next() })
    }
    some.sort((a, b) => a.at - b.at)
    for (const { report } of some.slice(0, left)) {
      const site = random.below(sites)
      yield {
        address: `https://www.site${site}.example/${report.id}`,
        html: page(report, site, latest[site]!),
      }
      latest[site]!.unshift(report.title)
      latest[site]!.length = Math.min(latest[site]!.length, 40)
    }
    left -= some.length
  }
}

function page(report: GeneratedReport, site: number, latest: readonly string[]): string {
  const { title, text, published, outlet, id } = report
  const name = siteName(site)
  const linked = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title,
    datePublished: `${published}T08:00:00Z`,
    author: { "@type": "Person", name: "Mia Holm" },
    publisher: { "@type": "Organization", name },
  }
  const paragraphs = text.split("\n\n").map((paragraph) => `<p class="s${site}-text">${paragraph}</p>`)
  paragraphs.splice(3, 0, appeal(name))
  const head = `<meta charset="utf-8"><title>${title} | ${name}</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="${name}"><meta property="article:published_time" content="${published}T08:00:00Z"><link rel="canonical" href="https://www.site${site}.example/${id}"><script type="application/ld+json">${JSON.stringify(linked)}</script>`
  const article = `<main><article class="s${site}-story"><header><h1>${title}</h1><p class="byline">By <a rel="author" href="/mia">Mia Holm</a>, ${outlet}</p><time datetime="${published}T08:00:00Z">${published}</time></header><div class="s${site}-body">${paragraphs.join("\n")}</div><div class="tags">${links(site, "tag", 6)}</div></article></main>`
  const body = `${menus(site)}${article}${related(latest)}${footer(site, name)}`
  const rest = Math.max(0, charactersOfPage - head.length - body.length)
  return `<!doctype html><html lang="en"><head>${head}${scripts(site, rest >> 1)}</head><body class="s${site}">${body}${scripts(site, rest - (rest >> 1))}</body></html>`
}

function siteName(site: number): string {
  return `The ${["Sound", "Harbour", "Quarry", "Moor", "Delta"][site % 5]} ${["Courier", "Herald", "Lamp", "Post"][(site / 5) & 3]} ${site}`
}

function appeal(name: string): string {
  return `<p><strong>${name} lives by its readers: a coffee a month keeps our reporters on the road and our lamp lit.</strong></p>`
}

const sections =
  "News World Island Business Markets Opinion Letters Sport Rowing Culture Books Music Food Travel Science Weather".split(
    " ",
  )

function links(site: number, kind: string, count: number): string {
  const words = Array.from(
    { length: count },
    (_, n) => `${sections[(n + site) % sections.length]} ${kind} ${n}`,
  )
  return `<ul class="s${site}-${kind}">${words.map((word) => `<li class="s${site}-${kind}__item"><a class="s${site}-${kind}__link" href="/${word.replaceAll(" ", "-")}"><span>${word}</span></a></li>`).join("\n")}</ul>`
}

function menus(site: number): string {
  return `<header class="s${site}-top"><div class="logo"><a href="/">Home</a></div><nav>${links(site, "section", 40)}</nav><div class="submenu">${links(site, "region", 30)}</div><form class="search"><input type="search" name="q"><button>Search</button></form></header>`
}

/** What the site printed last: other links on each page. */
function related(latest: readonly string[]): string {
  const cards = latest
    .slice(0, 20)
    .map(
      (title, n) =>
        `<div class="card"><a href="/other/${n}"><img src="/i/${n}.jpg" alt="" width="320" height="180" loading="lazy"><h3>${title}</h3></a><p class="teaser">What is known so far, and what is not, in ${n + 3} minutes.</p></div>`,
    )
  return `<aside class="related"><h2>More on this</h2>${cards.join("\n")}</aside><section class="most-read"><h2>Most read</h2><ol>${latest
    .slice(20, 30)
    .map((title) => `<li><a href="/x">${title}</a></li>`)
    .join("")}</ol></section>`
}

function footer(site: number, name: string): string {
  return `<div class="newsletter"><p>Sign up for the morning letter of ${name}, which is sent to you at six on every working day of the year.</p></div><footer>${links(site, "service", 40)}<p>© 2031 ${name}. All rights reserved. No part of this page may be printed elsewhere without leave.</p></footer><div class="cookies"><p>We use cookies to make this page work and to see how it is read. You may choose which.</p><button>Accept all</button></div>`
}

/** Scripts and styles as builds of sites leave them. */
function scripts(site: number, characters: number): string {
  const random = randomOf(site * 7 + 1)
  const parts: string[] = []
  for (let length = 0; length < characters; ) {
    const part =
      random.next() < 0.3
        ? `<style>.s${site}-${random.below(1e6)}{margin:${random.below(99)}px;padding:0 ${random.below(99)}px;color:#${random.below(1e6)}}</style>`
        : `<script>!function(e,t){var n=e["s${random.below(1e9)}"]||{};n.a=function(){return t<${random.below(1e6)}&&"<div>"+n.b+"</div>"},e.q.push([${random.below(1e9)},"${random.below(1e9)}",n])}(window,${random.below(1e9)});</script>`
    parts.push(part)
    length += part.length
  }
  return parts.join("\n")
}
