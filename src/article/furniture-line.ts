import type { Furniture } from "./article.ts"
import { kindOfPhrase } from "./line-phrases.ts"

/** What a line is, when it is none of the reporter's, and the rule that says so. */
export interface FurnitureFinding {
  readonly kind: Furniture["kind"]
  readonly rule: string
}

interface LineRule extends FurnitureFinding {
  readonly pattern: RegExp
  /** A line longer than this is prose that happens to begin like furniture. */
  readonly charactersMax: number
  /** True of a rule that would be tried at each character of a line: it is, only where `cues` holds. */
  readonly isCued: boolean
}

/** Bodies whose name in a photograph's credit says who took it, not who printed the report. */
const pictureAgencies =
  "getty|reuters|afp|ap|associated press|epa|pa|shutterstock|istock|alamy|bloomberg|zuma|dpa|xinhua|tass|ansa|efe|pti|imago|picture alliance|unsplash|pixabay|wikimedia|flickr"

const rules: readonly LineRule[] = [
  rule(
    "share",
    "share-words",
    60,
    /^(?:share(?: (?:this|on|via|with)\b.*)?|tweet(?: this)?|pin(?: it)?|e-?mail(?: this)?|print(?: this)?|save|copy link|facebook|twitter|x|whats ?app|linkedin|pinterest|reddit|telegram|messenger|flipboard|like this:?|like loading.*|follow us.*|teilen|drucken|partager|compartir|condividi|compartilhar|delen|dela|del|jaa|udostępnij|поделиться|paylaş)(?:[\s|·,/•]+(?:share|tweet|e-?mail|print|facebook|twitter|x|whats ?app|linkedin|pinterest|reddit|telegram|comments?|save|pin it))*[\s.:!]*$/iu,
  ),
  rule("share", "share-count", 40, /^[\d.,]+[km]?\s*(?:shares?|likes?|tweets?|views?)$/i),
  rule(
    "comment",
    "comment-words",
    90,
    /^(?:(?:add|post|leave|write|submit) (?:a |your )?(?:comment|reply|response)s?|(?:view |show |read |see |load )?(?:all |more )?(?:[\d,]+ )?(?:comments?|responses|replies|reader comments)(?: \([\d,]+\))?|(?:discuss|comment on) this (?:article|story|post)|join the (?:discussion|conversation|debate)|comments? (?:are )?(?:closed|off|disabled).*|no comments(?: yet)?|be the first to comment|what do you think\?|have your say.*|sign in to comment|log in to (?:comment|reply)|kommentare?(?: \(\d+\))?|kommentar schreiben|commentaires?(?: \(\d+\))?|laisser un commentaire|comentarios?|deja (?:un|tu) comentario|commenti|lascia un commento|comentários|deixe (?:um|seu) comentário|reacties?|kommentarer|комментарии|yorumlar)[\s.:!]*$/iu,
  ),
  rule(
    "comment",
    "comment-policy",
    260,
    /\b(?:comments? (?:policy|guidelines|section|may be|will be|are (?:moderated|reviewed|subject))|(?:post|leave|submit)(?:ting)? (?:your |a )?comments?\b|offer(?:ing)? your thoughts|your e-?mail address will not be published|required fields are marked|commenters? (?:are|must)|house rules)\b/i,
    true,
  ),
  rule(
    "link",
    "related-heading",
    80,
    /^(?:related(?: (?:posts?|articles?|stor(?:y|ies)|news|links?|topics?|content|coverage|reading|items))?|see also|read (?:also|more|next|on)|also (?:read|see|on .{1,30})|more (?:from|on|in|news|stories|coverage|about)\b.{0,50}|(?:more|other|latest|top|popular) .{0,40}\b(?:stories|articles|posts|news|headlines|coverage)|most (?:read|popular|viewed|shared|recent|commented)|trending(?: now)?|popular (?:posts?|now|stories)|latest (?:news|stories|posts|articles|headlines)|recommended(?: (?:for you|stories|reading|articles|news))?|you (?:may|might) (?:also )?(?:like|be interested in).*|(?:other|further|similar) (?:reports?|stories|articles|news|reading)(?: (?:by|from|on|about)\b.{0,40})?|editor'?s'? picks?|don'?t miss|up next|what to read next|in case you missed it|previous (?:article|post|story)|next (?:article|post|story)|keep reading|continue reading|explore (?:more|further)|additional resources|dig deeper|further (?:reading|coverage)|(?:add|leave) a (?:comment|reply)|top stories|in this (?:article|story)|mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch interessieren|à lire aussi|lire aussi|sur le même (?:sujet|thème)|te puede interesar|le puede interesar|noticias relacionadas|artículos relacionados|lea también|leia (?:também|mais)|veja também|notícias relacionadas|(?:notícias|noticias) recomendadas|leggi anche|articoli correlati|potrebbe interessarti|lees ook|läs (?:också|även|mer)|les også|læs også|lue myös|czytaj także|zobacz też|čtěte také|читайте также|ilgili haberler)[\s.:!>»→]*$/iu,
  ),
  rule(
    "link",
    "related-prefix",
    220,
    /^(?:\W{0,3})(?:related(?: (?:article|story|post|coverage|reading|link))?s?|read (?:more|also|next)|also read|see also|see more|more|must read|don'?t miss|watch(?: (?:also|now|more|video|below|live))?|listen(?: now)?|click here|in pictures|in depth|explained|recommended|lesen sie auch|lire aussi|à lire aussi|lea también|leer más|leia (?:também|mais)|veja também|saiba mais|leggi anche|lees ook|läs (?:också|även|mer)|les også|læs også|lue myös|czytaj także|zobacz też|čtěte také|читайте также)\s?(?:[:：>»|]|[–—-]\s)/iu,
  ),
  rule(
    "caption",
    "picture-credit",
    200,
    new RegExp(
      `^(?:(?:\\(?(?:photo(?:graph)?s?|image|picture|pic|illustration|graphic|video|photo illustration|cover image|featured image|source|screenshot|artwork|foto|bild|bildquelle|crédit(?: photo)?|fotografía|imagen|immagine|imagem|kuva|zdjęcie|фото)s?(?: credits?| courtesy(?: of)?)?(?:\\s?[:：]|\\s(?:by|via|courtesy|von|par|de|di|from)\\b)|(?:photo )?credit[:：]).{0,160}|[^.]{0,80}(?:/|via|©)\\s?(?:${pictureAgencies})\\b[^.]{0,40}|©\\s?[^.]{2,60})$`,
      "iu",
    ),
  ),
  rule(
    "caption",
    "picture-credit",
    420,
    /(?:^courtesy (?:of|photo)\b.{0,50}$|[([](?:(?:photo|image|picture|pic|video|graphic)s?(?:\s(?:by|credits?|courtesy|via|from|source))?|credits?|courtesy|source)[:\s][^)\]]{2,80}[)\]]\s*$)/i,
  ),
  rule(
    "caption",
    "file-picture",
    420,
    /^(?:in )?this\b[^.]{3,60}\b(?:photo|image|picture|photograph|frame grab|combination)\b,?\s|\bin this (?:photo|image|picture|file photo)\b|^file (?:photo|picture|image)\b|[([]?file (?:photo|picture|image)[)\]]?\.?$/i,
    true,
  ),
  rule(
    "caption",
    "gallery-words",
    40,
    /^(?:(?:image|photo|slide|picture) \d+ (?:of|\/)(?: \/)? ?\d+|(?:show |hide |toggle )?captions?|close|(?:hide|show|view) (?:image|photo|caption)s?|full ?screen|next|previous|play|pause|zoom|\d+ ?(?:of|\/) ?\d+)$/i,
  ),
  rule(
    "share",
    "share-words",
    60,
    /^(?:(?:share|tweet|submit|pin|pocket|flip|stumble|e-?mail|print|like|post|save|copy|link|sms|messenger|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|this|on|via|it)(?:[\s|·,/•]+|$)){2,}$/i,
  ),
  rule(
    "boilerplate",
    "page-count",
    30,
    /^\W{0,3}(?:page|seite|página|pagina|strona|side|sida)\s?\d{1,2}\s?(?:of|von|sur|de|di|van|av|af|z|\/)\s?\d{1,2}\W{0,3}$/i,
  ),
  rule("share", "share-words", 40, /^sharing is caring\W*$/i),
  rule(
    "boilerplate",
    "tags",
    400,
    /^(?:tags?|tagged|topics|categor(?:y|ies)|filed under|posted in|keywords|schlagw[oö]rter|etiquetas|mots[- ]clés|метки|теги)\s?(?:[:：]|\b(?=(?:[^,.]{2,40},){2}))/iu,
  ),
  rule(
    "boilerplate",
    "advertisement",
    40,
    /^(?:advert|iklan|annonce|oglas|inzerce|hirdetés|mainos|quảng cáo|広告|广告)[\s.:]*$/iu,
  ),
  rule(
    "byline",
    "updated-at",
    60,
    /^(?:last )?updated(?: at| on)?:?\s[\d:.]+\s?(?:[ap]\.?m\.?)?[^.]{0,20}\.?$/i,
  ),
  rule(
    "boilerplate",
    "follow-us",
    260,
    /^(?:(?:please )?(?:follow|find|like|join|watch|listen to|contact|reach|e-?mail) [^.!?]{0,80}\b(?:facebook|twitter|instagram|youtube|linkedin|tiktok|telegram|whatsapp|(?:live|back) (?:here|at)\b|@\w+)|(?:have|got) (?:a |any )?(?:news )?(?:tips?|stor(?:y|ies)|questions?)\b[^.!?]{0,40}\?|[\p{L} .]{3,60} (?:can|may) be (?:reached|contacted|followed) (?:at|on|by|via)\b)/iu,
  ),
  rule(
    "caption",
    "picture-credit",
    420,
    /[.!?]["”»]?\s+(?:(?:photo|image|picture|video)(?: credits?)?|credits?|foto|bild|crédit(?: photo)?|imagen|kuva)\s?:\s?[^.:]{2,60}\.?$|[.!?]["”»]?\s+©\s?[^.]{2,60}|[.!?]["”»]?\s+(?:EFE|AFP|AP|Reuters|EPA|Getty Images)\s?\/\s?[^.:]{2,60}$/iu,
  ),
  rule(
    "boilerplate",
    "copyright",
    300,
    /\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|alla rättigheter förbehållna|prohibida (?:la|su) (?:reproducción|redistribución)|expresamente prohibida|nachdruck verboten|reproduction interdite)\b|^©\s?\S.{0,60}$/i,
    true,
  ),
  rule(
    "link",
    "source-link",
    260,
    /^(?:(?:read|see|view|find) (?:the )?(?:full |original |complete )+(?:story|article|report|text|version)\b|(?:original (?:article|story|source)|via|link|zum originalartikel|article original|artículo original)\s?:\s?(?:https?:|www\.)|\[[^\]]{1,120}\]\([^)\s]{1,300}\)(?:\s*[|·•]\s*\[[^\]]{1,120}\]\([^)\s]{1,300}\))*\s*$|https?:\/\/\S+$)/iu,
  ),
  rule("caption", "picture-mark", 400, /^!\[[^\]]{0,300}\]\([^)\s]{1,300}\)\s*$/u),
  rule(
    "boilerplate",
    "copyright",
    300,
    /^(?:©|\(c\)\s|copyright\b|all rights reserved|(?:this )?(?:article|story|report|material|content) may not be (?:published|reproduced|copied))|\ball rights reserved\b/i,
    true,
  ),
  rule(
    "boilerplate",
    "subscription",
    260,
    /^(?:(?:please )?(?:subscribe|sign up|register|log ?in|sign in|become a (?:member|subscriber)|support (?:our|us|independent)|donate|get (?:our|the|your|unlimited)\b.{0,60}\b(?:newsletter|inbox|app|access|news)|download (?:our|the)\b.{0,40}\bapp|follow (?:us|our|@)|like us on|join (?:us|our)|stay (?:up to date|informed|connected|tuned)|already a (?:subscriber|member)|this (?:site|website) uses cookies|we use cookies|by (?:signing up|subscribing|clicking|continuing)|newsletter|advertisement|advertising|sponsored(?: content)?|ad|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|реклама|reklam|skip to (?:content|main content)|loading(?:\.{3}|…)?|back to top|print this page|click to (?:enlarge|expand|play|copy|share).*|view (?:gallery|image|photos|comments)|enlarge (?:this )?image|(?:video|image|photo|gallery) (?:playback|slideshow).*|about (?:the )?authors?|tags?|topics?|categor(?:y|ies)|filed under|posted in|tagged|newer|older)\b)/iu,
  ),
]

/** What a small-lettered line must hold for one of the cued rules to fit it: spares most lines all of them. */
const cues =
  /comment|your |required|house r|photo|image|picture|frame g|combinat|©|vorbehalten|réserv|reserv|riserv|voorbehouden|förbeh|prohib|verboten|interdite|\(c\)|copyright|not be /

/** What pages print as a part of the article, and what a plain text has no frame to keep apart from it. */
const plainRules: readonly LineRule[] = [
  rule(
    "byline",
    "print-note",
    300,
    /^(?:a version of this (?:article|story|review)|this (?:article|story) (?:(?:was )?(?:originally|first) (?:appeared|published|ran)|(?:originally |first )?appeared) |über dieses thema berichtete|cet article (?:a été publié|est paru)|este artículo (?:se publicó|fue publicado))/iu,
  ),
  rule("boilerplate", "rule-line", 60, /^[\s#*_=~·•+-]{3,}$/u),
]

function rule(
  kind: Furniture["kind"],
  name: string,
  charactersMax: number,
  pattern: RegExp,
  isCued = false,
): LineRule {
  return { kind, rule: name, charactersMax, pattern, isCued }
}

/**
 * What `line` is by its words alone, or null when it may be the report's. Made for lines that stand alone; a
 * sentence inside a paragraph that begins with such words is guarded by the length.
 */
export function furnitureOfLine(line: string): FurnitureFinding | null {
  const text = line.trim()
  if (text.length > 400) return null
  const phrase = kindOfPhrase(text)
  if (phrase !== null) return { kind: phrase, rule: phraseRules[phrase] ?? "page-words" }
  const hasCue = cues.test(text.toLowerCase())
  for (const { kind, rule, charactersMax, pattern, isCued } of rules) {
    if (text.length > charactersMax || (isCued && !hasCue) || !pattern.test(text)) continue
    if (rule === "picture-credit" && isSentenceOfPictures(text)) continue
    if (
      rule === "subscription" &&
      text.length > 40 &&
      !/[!…:]$|\b(?:newsletters?|inbox|account|subscribe|subscription|free|app|cookies?|facebook|twitter|instagram|youtube|whatsapp|here|today|daily|alerts?)\b/i.test(
        text,
      )
    )
      continue
    return { kind, rule }
  }
  return null
}

/** The same for a line of a plain text, where notes of a printing and drawn lines are the page's as well. */
export function furnitureOfPlainLine(line: string): FurnitureFinding | null {
  const text = line.trim()
  const found = plainRules.find(
    ({ charactersMax, pattern }) => text.length <= charactersMax && pattern.test(text),
  )
  return found ? { kind: found.kind, rule: found.rule } : furnitureOfLine(text)
}

const phraseRules: Readonly<Partial<Record<Furniture["kind"], string>>> = {
  link: "related-heading",
  comment: "comment-words",
  share: "share-words",
}

/** "Photos from the quay show lorries.": a sentence, though it begins as a credit does. */
function isSentenceOfPictures(text: string): boolean {
  return (
    /^\p{L}+ (?:by|via|from|von|vom|par|de|di) \p{Ll}/u.test(text) &&
    /[.!?]$/.test(text) &&
    !/[:©/()]/.test(text)
  )
}

/**
 * How plainly `line` speaks to the reader of a site about the site: comment rules, thanks, invitations. The number
 * of different cues; two or more at the end of a page is talk of the house.
 */
export function siteTalkCues(line: string): number {
  if (line.length > 600) return 0
  const found = new Set<string>()
  for (const match of line.toLowerCase().matchAll(siteTalk)) found.add(match[0])
  return found.size
}

const siteTalk =
  /\b(?:comments?|your thoughts|this site|the site|our (?:site|website|readers|newsletter|team|app)|newspaper|reprinted|moderat\w+|subscribe\w*|newsletter|sign up|thank you|thanks for|we (?:are pleased|welcome|encourage|invite|reserve)|please|opportunity|share (?:information|your)|experiences|feedback|contact us|e-?mail us|terms of (?:use|service)|privacy policy|guidelines|offer your|taking the time|follow us|visit|click|disclaimer|views expressed|reserve the right|abusive|respectful|what's in the news|we'd like to hear|letters to the editor|here are some tips|have a tip|may be reached|on (?:facebook|twitter|instagram|youtube|linkedin|telegram|whatsapp)|our (?:facebook|twitter|whatsapp|telegram)|download|free trial|your inbox|if you (?:enjoyed|liked|like) (?:this|reading)|as little as|subscriptions?|members(?:hip)?|use (?:the )?code|first year|per month|a month|every month|get access|unlimited access|moderador|coment[aá]rios?|kommentare?)\b/g
