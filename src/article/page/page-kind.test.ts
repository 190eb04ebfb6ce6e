import { expect, test } from "vitest"
import { readPage } from "./read-page.ts"

const prose = [
  "The old ferry stopped in the middle of the sound on Tuesday evening, and its 84 passengers spent the night aboard, with one lamp between them.",
  "“Nobody told us anything until the morning,” said Ada Lindqvist, who had been on her way home from the market, with two bags of fish.",
  "The harbour office said that the engine, which dates from 1987, would be looked at on Thursday, and that no other boat was to be had.",
  "It was the third night of the kind since March, and those on the quay, who had counted them, said that it would not be the last.",
]
const body = [...prose, ...prose.map((text) => text.replace(/\.$/, ", as they had said in the spring."))]
  .map((text) => `<p>${text}</p>`)
  .join("")

function pageOf(title: string, inner: string, head = "", bodyClass = ""): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body class="${bodyClass}"><nav><a href="/">Home</a></nav>${inner}<footer>© The Sound Gazette</footer></body></html>`
}

function typed(...types: readonly string[]): string {
  return types
    .map(
      (type) =>
        `<script type="application/ld+json">{"@context":"https://schema.org","@type":"${type}"}</script>`,
    )
    .join("")
}

function teasers(count: number, tag = "h2"): string {
  return Array.from(
    { length: count },
    (_, n) =>
      `<div class="item"><${tag}><a href="/${n}">The ${n}th ferry that never came home</a></${tag}><p>A night on the sound, and what was said of it in the ${n}th year.</p></div>`,
  ).join("")
}

/** The page's kind, and whether a text was kept. */
function check(html: string, kind: string, address: string | null = null): void {
  const { kind: found, text } = readPage(html, address, false)
  const served = !/^(?:error|challenge|shell|consent)$/.test(kind)
  expect(`${found.kind}${text === "" && served ? ", empty" : ""}`).toBe(kind)
  if (!served) expect(text).toBe("")
}

test("an article is one in whatever frame it stands", () => {
  check(pageOf("Ferry adrift", `<article><h1>Ferry adrift</h1>${body}</article>`), "article")
  check(
    pageOf("Ferry adrift", `<main><h1>Ferry adrift</h1>${body}</main>${teasers(3)}`, typed("NewsArticle")),
    "article",
  )
  check(
    pageOf(
      "Ferry adrift",
      `<div id="content"><h1>Ferry adrift</h1>${body}</div>`,
      typed("WebSite", "ItemList"),
    ),
    "article",
    "https://gazette.example/category/ferries/",
  )
  check(
    pageOf("404 nights on the sound", `<article><h1>404 nights on the sound</h1>${body}</article>`),
    "article",
  )
  check(
    pageOf(
      "Just a moment: why captchas annoy us",
      `<article><h1>Just a moment: why captchas annoy us</h1><p>“I am not a robot,” she typed.</p>${body}</article>`,
    ),
    "article",
  )
  check(
    pageOf(
      "The cookie law",
      `<article><h1>The cookie law</h1>${body}<p>Nobody reads what our partners do with cookies.</p></article>`,
    ),
    "article",
  )
})

test("what was sent in an article's place is told and not kept", () => {
  check(
    pageOf(
      "Just a moment...",
      "<h1>gazette.example</h1><p>Verify you are human by completing the action below.</p><p>gazette.example needs to review the security of your connection before proceeding.</p><div>Ray ID: 8a1f</div>",
    ),
    "challenge",
  )
  check(
    pageOf(
      "Access Denied",
      "<h1>Access Denied</h1>You don't have permission to access this page on this server.<p>Reference #18.2f",
    ),
    "challenge",
  )
  check(
    pageOf(
      "gazette.example",
      '<div class="g-recaptcha"></div><p>Our systems have detected unusual traffic from your computer network. Please solve this puzzle to go on.</p>',
    ),
    "challenge",
  )
  check(
    pageOf(
      "Page not found | The Sound Gazette",
      `<h1>Page not found</h1><p>The page you are looking for may have been moved.</p><h2>Popular</h2>${teasers(4, "h3")}`,
    ),
    "error",
  )
  check(
    pageOf(
      "The Sound Gazette",
      "<h1>404</h1><p>Sorry, the page that you requested could not be found.</p>",
      "",
      "error404",
    ),
    "error",
  )
  check(
    pageOf(
      "Seite nicht gefunden",
      "<h1>Hoppla!</h1><p>Die aufgerufene Seite existiert leider nicht mehr.</p>",
    ),
    "error",
  )
  check(pageOf("Página no encontrada", "<h1>Lo sentimos</h1><p>La página solicitada no existe.</p>"), "error")
  check(
    pageOf(
      "The Sound Gazette",
      "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
    ),
    "shell",
  )
  check(pageOf("Chargement", "<p>Veuillez activer JavaScript pour lire cette page.</p>"), "shell")
  check(
    pageOf(
      "Before you continue",
      "<div><h1>Before you continue</h1><p>We and our partners use cookies to measure who reads what, and to show you advertisements.</p><p>Choose “Accept all cookies” or manage your choices.</p></div>",
    ),
    "consent",
  )
  check(
    pageOf(
      "Sundbote",
      "<h1>Weiter mit Werbung oder mit Abo</h1><p>Sie können unsere Seiten mit Werbung nutzen, wenn Sie der Verwendung von Cookies zustimmen.</p><p>Ihre Einwilligung können Sie jederzeit widerrufen.</p>",
    ),
    "consent",
  )
  check(
    pageOf("Log in", "<form><h1>Log in</h1><p>Log in to continue reading The Sound Gazette.</p></form>"),
    "consent",
  )
})

test("pages that hold no article", () => {
  check(
    pageOf("The Sound Gazette", `<main>${teasers(12)}</main>`, typed("WebSite"), "home blog"),
    "list",
    "https://gazette.example/",
  )
  check(
    pageOf("Ferries", `<section>${teasers(6, "h3")}</section>`, typed("CollectionPage")),
    "list",
    "https://gazette.example/tag/ferries",
  )
  check(
    pageOf("Results for ferry", `<main>${teasers(5)}</main>`, "", "search search-results"),
    "search",
    "https://gazette.example/?s=ferry",
  )
  check(
    pageOf(
      "Boat hook, brass",
      '<div itemscope itemtype="https://schema.org/Product"><h1>Boat hook, brass</h1><p>A boat hook of brass, two metres long, for those who would rather not lean over.</p><p>In stock, 120 kr, sent within three days of the order.</p></div>',
    ),
    "product",
  )
  check(
    pageOf(
      "Boat hook",
      "<main><h1>Boat hook</h1><p>A boat hook of brass, two metres long, for those who would rather not lean over.</p></main>",
      '<meta property="og:type" content="product">',
    ),
    "product",
  )
  check(
    pageOf(
      "Mia Holm",
      "<main><h1>Mia Holm</h1><p>Mia Holm has written of boats and of those who wait for them since 2011.</p></main>",
      '<meta property="og:type" content="profile">',
    ),
    "profile",
  )
  check(
    pageOf(
      "Ferry towed in",
      "<main><h1>Ferry towed in</h1><p>The ferry is towed in on Wednesday morning.</p></main>",
      '<meta property="og:type" content="video.other">',
    ),
    "video",
  )
})

test("talk and manuals are told apart", () => {
  const posts = prose.map((text, n) => `<div class="post" id="p${n}"><p>${text}</p></div>`).join("")
  check(
    pageOf("Ferry again", `<h1>Ferry again</h1>${posts}`, '<meta name="generator" content="Discourse 3.1">'),
    "forum",
  )
  check(
    pageOf("Ferry again", `<h1>Ferry again</h1>${posts}`),
    "forum",
    "https://talk.example/viewtopic.php?t=12",
  )
  check(
    pageOf(
      "How old is she?",
      `<div itemscope itemtype="https://schema.org/QAPage"><h1>How old is she?</h1>${posts}</div>`,
    ),
    "questions",
  )
  check(
    pageOf(
      "Engine, chapter 2",
      `<main><h1>Engine</h1>${body}</main>`,
      '<meta name="generator" content="Sphinx 7">',
    ),
    "documentation",
  )
  check(
    pageOf("Engine, chapter 2", `<main><h1>Engine</h1>${body}</main>`),
    "documentation",
    "https://boats.example/docs/engine/",
  )
})
