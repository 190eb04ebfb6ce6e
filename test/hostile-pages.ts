/** A page made to cost its reader much. */
export interface HostilePage {
  readonly name: string
  /** About `size` characters of it. */
  readonly html: (size: number) => string
}

const words = "The ferry stopped in the sound on Tuesday evening, and nobody said why. "

/** What a reader of pages is attacked with: each a way to more than linear work, or to more memory than a page. */
export const hostilePages: readonly HostilePage[] = [
  page("a page of ordinary size, many times", (size) => repeated(`<p>${words.repeat(3)}</p>`, size)),
  page("one text node", (size) => `<p>${repeated(words, size)}`),
  page("one text node without a blank", (size) => `<p>${repeated("x", size)}`),
  page("one word, a million times", (size) => `<p>${repeated("word ", size)}`),
  page("a million tiny paragraphs", (size) => repeated("<p>a", size)),
  page("tiny paragraphs in deep nesting", (size) => "<div>".repeat(290) + repeated(`<p>${words}</p>`, size)),
  page("nested tags", (size) => repeated("<div>", size)),
  page("nested tags, closed, and a text", (size) => {
    const times = Math.floor(size / 11)
    return `${"<div>".repeat(times)}${"</div>".repeat(times)}<p>${words.repeat(5)}</p>`
  }),
  page("nested inline tags", (size) => repeated("<b><i><a href=x><p>", size)),
  page("nested tables", (size) => repeated("<table><tr><td>a", size)),
  page("text before tables' cells", (size) => `<table>${repeated("<tr>a<p>b", size)}`),
  page("nested lists", (size) => repeated("<ul><li>a", size)),
  page("nested forms and buttons", (size) => repeated("<form><button>a", size)),
  page("items unclosed", (size) => repeated("<li><dt><td><option>a", size)),
  page("end tags of nothing", (size) => `${"<span>".repeat(290)}${repeated("</div></b></y></p>", size)}`),
  page(
    "end tags out of reach",
    (size) => `<section><table><td>${"<i>".repeat(280)}${repeated("</section></td >", size)}`,
  ),
  page("custom elements' end tags", (size) => `${"<x-a>".repeat(290)}${repeated("</x-b>", size)}`),
  page("headings", (size) => repeated(`<h1>${words}</h1>`, size)),
  page("one attribute", (size) => `<p class="${repeated("menu ", size)}">a</p>`),
  page("one attribute without an end", (size) => `<p>a<p class="${repeated("x", size)}`),
  page("attributes on one tag", (size) => `<p ${repeated("a1=b ", size)}>a</p>`),
  page("one attribute again and again", (size) => `<p ${repeated("class=b ", size)}>a</p>`),
  page("names of classes", (size) => repeated('<p class="post-nav-related-share-ad-x__menu">a', size, true)),
  page("quotation marks", (size) => repeated("<a b='", size)),
  page("angle brackets", (size) => repeated("<", size)),
  page("angle brackets and letters", (size) => repeated("<a", size)),
  page("comments unclosed", (size) => repeated("<!--", size)),
  page("dashes in a comment", (size) => `<!--${repeated("--!-", size)}`),
  page("declarations", (size) => repeated("<!x>", size)),
  page("scripts", (size) => repeated("<script>a</script>", size)),
  page("scripts' tags unclosed", (size) => repeated("<script ", size)),
  page("scripts with a state", (size) =>
    repeated(`<script id=a>window.b = {"c":[{"text":"${words}"}]}</script>`, size),
  ),
  page(
    "a state, large",
    (size) => `<script>window.a = {"body":[${repeated(`{"text":"${words}"},`, size)}{}]}</script>`,
  ),
  page("a state, deep", (size) => `<script>window.a = ${repeated('{"b":[', size)}</script>`),
  page("a state without an end", (size) => `<script>${repeated(" a.b = {", size)}</script>`),
  page("states' marks", (size) => `<script>${repeated(' a = JSON.parse("', size)}</script>`),
  page("pages without scripts", (size) => repeated("<noscript>a</noscript>", size)),
  page(
    "named containers, nested",
    (size) => "<div class=related-share>".repeat(280) + repeated(`<p class=ad>${words}`, size),
  ),
  page("scripts unclosed", (size) => repeated("<script>", size)),
  page("pages for those without scripts", (size) => `${repeated("<noscript>aaaaa", size)}</noscript>`),
  page("drawings nested", (size) => `${repeated("<svg>", size)}</svg>`),
  page("templates nested", (size) => `${repeated("<template>", size)}</template>`),
  page("titles", (size) => `<title>${repeated("x | ", size)}</title>${repeated("<title>", 1000)}`),
  page(
    "entities",
    (size) => `<!DOCTYPE a [${repeated('<!ENTITY b "&c;&c;">', 2000)}]>${repeated("&lol;", size)}`,
  ),
  page("references", (size) => `<p>${repeated("&amp&#x41;&notin", size)}`),
  page("a reference without an end", (size) => `<p>&${repeated("a", size)};&#${repeated("1", size)};`),
  page("null bytes", (size) => repeated("\u0000<p\u0000>a", size)),
  page("lone surrogates", (size) => `<p>${repeated("\ud800a \udc00", size)}`),
  page("linked data, many", (size) => repeated(jsonScript('{"@type":"NewsArticle","headline":"a"}'), size)),
  page("linked data, large", (size) =>
    jsonScript(`{"@type":"NewsArticle","articleBody":"${repeated(words, size)}"}`),
  ),
  page("linked data, deep", (size) => jsonScript(repeated('{"author":[', size))),
  page("linked data, deep and closed", (size) => {
    const times = Math.floor(size / 15)
    return jsonScript(`${'{"author":['.repeat(times)}${"]}".repeat(times)}`)
  }),
  page("linked data, wide", (size) =>
    jsonScript(`{"@graph":[${repeated('{"@type":"Article","author":{"name":"a"}},', size)}{}]}`),
  ),
  page("linked data, broken", (size) => jsonScript(`{"a":"\n${repeated(" , ", size)}`)),
  page("meta elements", (size) =>
    repeated('<meta http-equiv=refresh content="0;url=/x"><meta property="og:a" content=b>', size),
  ),
  page("links", (size) => repeated('<a href="/x" rel=author>Ada Lindqvist</a> ', size)),
  page("times", (size) => repeated("<time datetime=2031-03-04>4 March 2031</time>", size)),
  page("dates", (size) => `<h1>Ferry adrift</h1>${repeated("<p>4 March 2031, 5.3.2031 ", size)}`),
  page("bylines", (size) => `<h1>Ferry adrift</h1>${repeated("<p class=byline>By Ada By Lind By ", size)}`),
  page("white space", (size) => `<p>a${repeated(" \n\u00a0\u2003", size)}b`),
  page("breaks", (size) => repeated("<br>a", size)),
  page("rulers of the reader's patterns", (size) => `<p>${repeated("Photo: (Read more - By ", size)}`),
  page("numbers", (size) => `<p>${repeated("20190503 1.2.2019 ", size)}`),
  page(
    "separators in a title",
    (size) => `<title>${repeated(" - ", size)}</title><h1>${repeated("- ", size)}`,
  ),
  page("soft hyphens", (size) => `<p>${repeated("a\u00ad\u200b", size)}`),
]

function page(name: string, html: HostilePage["html"]): HostilePage {
  return { name, html }
}

/** `piece` up to about `size` characters; numbered, each a little different. */
function repeated(piece: string, size: number, numbered = false): string {
  const times = Math.max(1, Math.floor(size / piece.length))
  if (!numbered) return piece.repeat(times)
  return Array.from({ length: times }, (_, n) => piece.replace("x", `x${n}`)).join("")
}

function jsonScript(json: string): string {
  return `<script type="application/ld+json">${json}</script>`
}
