import type { PageKind } from "../article.ts"
import type { PageSignals } from "./page-signals.ts"

/** Types that are an article's whatever else is on the page. */
const articleTypes =
  /^(?:\w*NewsArticle|\w*Article|BlogPosting|Report|Recipe|HowTo|MedicalScholarlyArticle|LiveBlogPosting)$/
const documentationTypes = new Set(["TechArticle", "APIReference"])
/** An article of this much prose is one, whatever its address or its frame say. */
const articleProseMin = 60

interface KindRule {
  readonly kind: PageKind["kind"]
  readonly rule: string
  readonly holds: (signals: PageSignals, isArticleTyped: boolean) => boolean
}

/**
 * In order: the first that holds tells the kind. What a page says of itself in types made for its kind goes first;
 * an address or the frame's names count only where the text bears them out.
 */
const rules: readonly KindRule[] = [
  { kind: "live-blog", rule: "typed LiveBlogPosting", holds: ({ types }) => types.has("LiveBlogPosting") },
  {
    kind: "live-blog",
    rule: "updates, each with its time, under a name of live reports",
    holds: ({ updates, path, pageTitle }) =>
      updates && (livePath.test(path ?? "") || liveTitle.test(pageTitle)),
  },
  {
    kind: "gallery",
    rule: "pictures with more words under them than beside them",
    holds: ({ types, path, captions, counters, captionCharacters, characters }) =>
      captions >= 4 &&
      captionCharacters > characters * 0.7 &&
      (counters >= 2 || types.has("ImageGallery") || galleryPath.test(path ?? "")),
  },
  {
    kind: "questions",
    rule: "typed QAPage",
    holds: ({ types }, typed) => types.has("QAPage") && !typed && !types.has("DiscussionForumPosting"),
  },
  {
    kind: "forum",
    rule: "typed DiscussionForumPosting",
    holds: ({ types }, typed) => types.has("DiscussionForumPosting") && !typed,
  },
  {
    kind: "forum",
    rule: "made by forum software",
    holds: ({ generator, bodyClasses, path }) =>
      /\b(?:vbulletin|phpbb|discourse|xenforo|mybb|simple machines|smf|invision|nodebb|flarum|vanilla forums|punbb|fluxbb)\b/.test(
        generator,
      ) ||
      (forumClasses.test(bodyClasses) && forumPath.test(path ?? "")) ||
      /\/(?:viewtopic|showthread|thread-view)\.(?:php|html?)|\/viewtopic\?|[?&]showtopic=/.test(path ?? ""),
  },
  {
    kind: "documentation",
    rule: "typed or made as documentation",
    holds: ({ types, generator, host, path }, typed) =>
      [...documentationTypes].some((type) => types.has(type)) ||
      /\b(?:sphinx|docutils|mkdocs|docusaurus|gitbook|javadoc|doxygen|rustdoc|vuepress|vitepress|antora|asciidoctor|readthedocs|mintlify|starlight|slate)\b/.test(
        generator,
      ) ||
      (!typed && /^(?:docs?|developers?|devdocs|manpages|man)\./.test(host ?? "")) ||
      (!typed &&
        /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:docs?|documentation|manual|reference|api(?:-docs)?)\//.test(
          path ?? "",
        )),
  },
  {
    kind: "search",
    rule: "results of a search",
    holds: ({ types, bodyClasses, path, prose, headlines, teaserShare }, typed) =>
      !typed &&
      (types.has("SearchResultsPage") ||
        / search-(?:results|no-results) /.test(bodyClasses) ||
        (/(?:^\/(?:search|suche|recherche|buscar?|busqueda|cerca|zoeken)\b|[?&](?:q|query|s|search|keywords?)=)/.test(
          path ?? "",
        ) &&
          (headlines >= 3 || teaserShare > 0.5 || prose < 12))),
  },
  {
    kind: "list",
    rule: "typed or named as a list",
    holds: (signals, typed) =>
      !typed &&
      (listTypes.some((type) => signals.types.has(type)) ||
        listClasses.test(signals.bodyClasses) ||
        signals.ogType === "product.group" ||
        isListPath(signals.path)) &&
      isTeasers(signals, 3),
  },
  {
    kind: "product",
    rule: "typed as a product",
    holds: ({ types, ogType, bodyClasses, prose, headlines }, typed) =>
      !typed &&
      prose < productProseMax &&
      ((types.has("Product") && headlines < 8) ||
        /^(?:og:)?product(?:\.item)?$/.test(ogType) ||
        / (?:single-product|product-template-default|catalog-product-view|template-product) /.test(
          bodyClasses,
        )),
  },
  {
    kind: "list",
    rule: "headlines that lead elsewhere, each with a few lines",
    holds: (signals, typed) => !typed && !signals.signed && isTeasers(signals, 5),
  },
  {
    kind: "list",
    rule: "links and hardly a sentence",
    holds: ({ prose, links }, typed) => !typed && prose < 6 && links >= 20,
  },
  {
    kind: "profile",
    rule: "typed as a profile",
    holds: ({ types, ogType, bodyClasses, prose }, typed) =>
      !typed &&
      prose < articleProseMin &&
      (types.has("ProfilePage") || ogType === "profile" || / author /.test(bodyClasses)),
  },
  {
    kind: "video",
    rule: "a recording with hardly any text",
    holds: ({ types, ogType, path, prose }, typed) =>
      !typed &&
      prose < videoProseMax &&
      (ogType.startsWith("video") ||
        ogType.startsWith("music") ||
        types.has("VideoObject") ||
        types.has("PodcastEpisode") ||
        /^\/(?:videos?|watch|av|clips?|mediathek)\//.test(path ?? "")),
  },
]

const livePath =
  /(?:^|[/-])(?:live(?:-?(?:blog|ticker|updates?|news|text|feed|coverage))?|liveticker|ticker|en-direct|direct|en-vivo|directo|minuto-a-minuto|diretta|ao-vivo|liveblog|liverapport)(?:$|[/.?_-])/
const liveTitle =
  /\b(?:live(?:[ -]?(?:blog|updates?|ticker|news|coverage|text))?\b\s*[:–|-]|as it happened|live updates?|minute by minute|liveblog|liveticker|newsblog|en direct|en vivo|minuto a minuto|última hora|in diretta|ao vivo)/i
const galleryPath =
  /(?:^|[/-])(?:galler(?:y|ies)|galerie|galeria|galería|photos?|pictures|in-pictures|slideshow|slides|bilder|bilderstrecke|fotostrecke|fotos|diaporama|portfolio|fotogaleria|fotogallery|photo-essay)(?:$|[/.?_-])/
const forumClasses = /[ -](?:forum|thread|topic|showthread|viewtopic|section-viewtopic)[ -]/
const forumPath = /\/(?:forums?|threads?|topics?|boards?|community|t|discussion)\b/
const listTypes: readonly string[] = ["CollectionPage", "ItemList"]
const listClasses =
  / (?:home|blog|archive|category|tag|search|search-results|paged|date|tax-[\w-]+|front-page|path-frontpage|path-taxonomy|section-front|product-listing-page|homepage|is-homepage|template-collection) /
const productProseMax = 200
const videoProseMax = 14

/** What kind of page this is. A page of which nothing tells otherwise is an article. */
export function pageKindOf(signals: PageSignals): PageKind {
  const isTyped = [...signals.types].some((type) => articleTypes.test(type) && !documentationTypes.has(type))
  for (const { kind, rule, holds } of rules) if (holds(signals, isTyped)) return { kind, rule }
  return { kind: "article", rule: isTyped ? "typed as an article" : "prose under one headline" }
}

function isListPath(path: string | null): boolean {
  if (path === null) return false
  if (/^\/(?:index\.\w{2,5})?(?:\?.*)?$/.test(path)) return true
  return /\/(?:tags?|topics?|categor(?:y|ies|ie)|section|archives?|author|authors|thema|themen|rubrik|tema|temas|sujet|page)\/[^/]*\/?(?:[?].*)?$/.test(
    path,
  )
}

/** True where nearly all prose stands in short sections under headings that lead elsewhere. */
function isTeasers(
  { headlines, teaserShare, prose, characters }: PageSignals,
  headlinesMin: number,
): boolean {
  if (headlines < headlinesMin) return false
  return teaserShare >= teaserShareMin || prose < headlines * 4 || characters === 0
}

const teaserShareMin = 0.65
