import type { PageKind } from "../article.ts"
import type { PageBlock } from "./page-blocks.ts"
import type { PageSignals } from "./page-signals.ts"

/** What a server sends in an article's place is short; an article about such pages is not. */
const placeholderCharactersMax = 2200
const placeholderProseMax = 22

interface Placeholder {
  readonly kind: PageKind["kind"]
  readonly rule: string
  /** In the page's title or a heading. */
  readonly titled: RegExp
  /** In a block of its own. */
  readonly said: RegExp
}

const placeholders: readonly Placeholder[] = [
  {
    kind: "challenge",
    rule: "asks whether the reader is a person",
    titled:
      /^(?:just a moment|attention required|checking your browser|are you a (?:robot|human)|robot check|security (?:check|verification)|verifying (?:you are human|your browser)|pardon our interruption|access (?:to this page has been )?denied|ddos.guard|captcha|human verification|bot verification|please verify|one more step|einen moment|sicherheitsüberprüfung|un instant|vérification de sécurité|un momento|verificación de seguridad)/i,
    said: /\b(?:verif(?:y|ying) (?:that )?you(?: are|'re) (?:a )?(?:human|not a (?:robot|bot))|are you a robot|not a robot|complete the (?:security check|captcha)|checking your browser|unusual (?:traffic|activity) from your|request unsuccessful\. incapsula|ddos protection by|ray id|performance (?:&|and) security by|you have been blocked|automated (?:access|requests|queries)|enable cookies and (?:reload|refresh)|solve (?:this|the) (?:puzzle|captcha)|kein roboter|automatisierte anfragen|pas un robot|trafic inhabituel|no (?:eres|soy|es) un robot|tráfico inusual)\b/i,
  },
  {
    kind: "error",
    rule: "says that the page is not there",
    titled:
      /(?:^\W*(?:(?:http )?error\W*)?(?:40[0-9]|410|451|50[0-9])(?=\W*$|\W+(?:error|not|forbidden|page|internal|service|bad|gone|oops|sorry|unauthori[sz]ed|file)\b)|\b(?:page|article|story|content|post|file) (?:was |is |can(?:'|no)?t be |could not be |you (?:requested|are looking for) )*(?:not (?:be )?found|unavailable|no longer (?:available|exists)|missing|gone)|^(?:not found|oops|whoops|sorry|something went wrong|internal server error|service unavailable|bad gateway|site maintenance|forbidden)\b|(?:seite|artikel|inhalt) (?:wurde )?nicht (?:gefunden|verfügbar)|page (?:introuvable|non trouvée)|(?:página|artículo) no encontrad[ao]|pagina non trovata|página não encontrada|pagina niet gevonden|sidan (?:kunde inte|hittades inte|finns inte)|siden (?:ble ikke funnet|blev ikke fundet|findes ikke)|sivua ei löyt|nie znaleziono strony|strona nie istnieje|stránka nenalezena|страница не найдена|sayfa bulunamadı|ページが見つかりません|找不到页面)/i,
    said: /\b(?:the (?:page|article|story|url|link|content|address)(?: that)?(?: you)?[^.]{0,60}(?:not (?:be )?found|does(?:n't| not) exist|no longer (?:exists?|available)|has (?:been )?(?:moved|removed|deleted|expired)|could(?:n't| not) be found|can(?:'t|not) be found)|(?:can't|cannot|couldn't|could not|unable to) find (?:the|that|this) page|(?:the|your) link (?:may be|is) broken|http (?:error )?(?:404|403|410|5\d\d)|(?:die )?(?:von ihnen )?(?:aufgerufene|gesuchte|angeforderte) seite|(?:existiert|gibt es) (?:leider )?nicht(?: mehr)?|la page (?:que vous|demandée)[^.]{0,60}(?:n'existe|introuvable|supprimée|déplacée)|la página (?:que|solicitada)[^.]{0,60}(?:no existe|no se ha encontrado|no está disponible))\b/i,
  },
  {
    kind: "shell",
    rule: "shows nothing without scripts",
    titled: /^(?:loading|please wait|chargement|cargando|wird geladen)\b/i,
    said: /\b(?:(?:enable|turn on|activate|requires?|need to (?:enable|have|use)|works? best with|without|with|supports?|disabled?) java ?script|java ?script (?:is|must be|has been|seems to be|appears to be|to be)?\s?(?:enabled|disabled|required|turned off|not (?:enabled|supported))|(?:aktivieren sie|bitte)[^.]{0,30}java ?script|java ?script (?:aktivieren|ist deaktiviert)|activer java ?script|java ?script (?:est|doit être) (?:désactivé|activé)|(?:active|habilite|habilitar|activar)[^.]{0,20}java ?script|browser is (?:not supported|out of date)|unsupported browser|update your browser)\b/i,
  },
  {
    kind: "consent",
    rule: "asks for consent or an account before it shows anything",
    titled:
      /^(?:before you continue|we value your privacy|your (?:privacy|choices)|cookie (?:consent|wall|settings|preferences)|consent|privacy (?:settings|gate|choices)|(?:sign|log) ?in\b|log ?in|register\b|create (?:an |your )?account|einwilligung|zustimmung|datenschutz-?einstellungen|anmelden|vos choix|votre vie privée|connexion|tu privacidad|iniciar sesión)/i,
    said: /\b(?:(?:accept|reject|manage|allow|consent to|use of|uses?) (?:all |our |these )?cookies|our (?:\d+ )?partners\b[^.]{0,120}(?:cookies|data|information)|personal(?:ised|ized) (?:ads|advertising)|(?:register|sign in|log ?in|create (?:a|an|your) (?:free )?account) to (?:continue|read|view|access|keep)|mit werbung (?:weiterlesen|nutzen)|cookies? (?:zu(?:zustimmen|stimmung)|akzeptieren|und tracking)|(?:ihre|ihrer) (?:einwilligung|zustimmung)|(?:accepter|refuser) (?:les |tous les )?cookies|nos partenaires\b[^.]{0,120}(?:cookies|données|informations)|(?:aceptar|rechazar) (?:las |todas las )?cookies|nuestros socios\b[^.]{0,120}(?:cookies|datos|información))\b/i,
  },
]

/**
 * What the server sent in an article's place, or null: a check for robots, an error, an empty frame for scripts, a
 * wall of consent. Judged by its words, and only where hardly anything else is printed.
 */
export function unservedKind(
  { pageTitle, characters, prose, pageProse, teaserShare }: PageSignals,
  blocks: readonly PageBlock[],
  headline: string | null,
  html: string,
): PageKind | null {
  const isTitled = placeholders.find(
    ({ titled }) => titled.test(pageTitle) || (headline !== null && titled.test(headline)),
  )
  const own = prose * (1 - teaserShare)
  if (own > placeholderProseMax || (isTitled === undefined && characters > placeholderCharactersMax))
    return null
  const heads = blocks.slice(0, blocksMax)
  let best: { readonly placeholder: Placeholder; readonly share: number } | null = null
  for (const placeholder of placeholders) {
    const saying = heads.filter(({ text }) => text.length < 900 && placeholder.said.test(text))
    const said = saying.reduce((sum, block) => sum + block.proseScore, 0)
    const headed = heads.some(({ level, text }) => level === 1 && placeholder.titled.test(text))
    const titled = isTitled === placeholder || headed
    if (!titled && saying.length === 0) continue
    const silent = placeholder.kind !== "consent" && saying.length > 0 ? 0.5 : 0
    const share = (titled ? 0.5 : 0) + (pageProse > 0 ? said / pageProse : silent)
    if (share >= (best?.share ?? shareMin)) best = { placeholder, share }
  }
  if (best === null && characters === 0 && saysNeedsScripts(html))
    return { kind: shell.kind, rule: shell.rule }
  return best === null ? null : { kind: best.placeholder.kind, rule: best.placeholder.rule }
}

const shell = placeholders.find(({ kind }) => kind === "shell")!
const noscriptsMax = 20

/** What a page says to those without scripts stands in elements that are not read. */
function saysNeedsScripts(html: string): boolean {
  const opening = /<noscript/gi
  for (let count = 0; count < noscriptsMax; count++) {
    const open = opening.exec(html)
    if (open === null) return false
    if (shell.said.test(html.slice(open.index, open.index + 800))) return true
  }
  return false
}

const blocksMax = 400
/** A title alone is enough, or words that make up half of what is printed. */
const shareMin = 0.5
