/** The site's own affairs, in the words of seven languages. */
const affairs =
  /\b(?:cookies?|newsletters?|inbox|unsubscrib\w*|subscri(?:be|ber|bers|ption|ptions)\b|sign(?:ed|ing)? up|log ?in|sign in|privacy (?:notice|policy|settings)|terms of (?:use|service)|personal data|our partners|consent|your (?:choices|email|e-mail|account|device|browser|preferences|subscription|experience|feedback|comments?)|online ads|free trial|app store|google play|reprints?|support (?:local|independent|our) journalism|donat(?:e|ion)\b|contact (?:us|the (?:newsroom|editor)|reporter)|this (?:site|website|email|newsletter)|views expressed|external (?:sites|links)|creative commons|republish\w*|print edition|appears in print|abonnement|abonnieren|abonnenten|postfach|anmelden|angemeldet|einwilligung|zustimmung|datenschutz\w*|impressum|partner informationen|ihre (?:auswahl|daten|e-mail)|kostenlos\w*|s?'?abonn(?:er|é|ée|és|ez)\b|inscri(?:vez|re)|lettres? d['’]information|boîte mail|adresse e-?mail|vie privée|nos partenaires|vos (?:choix|données)|se connecter|boletín|boletines|suscr[ií]b\w+|suscriptor(?:es|a|as)?|su (?:correo|cuenta)|tu (?:correo|cuenta)|bandeja|nuestros socios|sus datos|redifusión|redistribución|iscriviti|abbonati|informativa|assine|assinante\w*|cadastre|aanmelden|nieuwsbrief|abonnee\w*|nyhetsbrev\w*|prenumerera\w*)/giu

const addresses =
  /\b(?:you|your|you're|you've|we|our|us|please|sie|ihre?[mnrs]?|wir|uns(?:er\w*)?|bitte|vous|votre|vos|nous|nos|notre|usted|su|sus|tu|tus|te|nuestr[ao]s?|nosotros|lei|tuo|tua|nostr[oaei]|você|seu|sua|nosso|nossa|u|uw|je|jouw|ons|onze|du|din|ditt|vi|vår\w*)\b/iu

/** An order to the reader, as buttons and boxes give it. */
const commands =
  /^(?:to (?:continue|keep) reading|sign up|subscribe|register|join|download|get|support|donate|follow|like|click|enter|receive|contact|order|become|try|unlock|read|jetzt|jeden|melden sie|abonnieren|registrieren|laden sie|lesen sie|erhalten sie|inscrivez|recevez|abonnez|suivez|téléchargez|suscr[ií]b|reciba|recibe|síguenos|sígue|descarga|regístr|iscriviti|ricevi|scarica|assine|receba|cadastre|schrijf|ontvang|meld je|prenumerera|få )/iu

const talkCharactersMax = 420

/**
 * True of a line in which the site talks to its reader about itself: two of its affairs, one of them said to "you",
 * or one in an order. Never where anybody is quoted or said to say.
 */
export function isTalkOfSite(line: string): boolean {
  if (line.length > talkCharactersMax || /["“”«»„]/.test(line)) return false
  const found = new Set<string>()
  for (const [match] of line.matchAll(affairs)) found.add(match.toLowerCase())
  if (found.size === 0) return false
  if (/\b(?:said|says|told|sagte|erklärte|a dit|a déclaré|dijo|aseguró|ha detto|disse|zei)\b/iu.test(line))
    return false
  if (commands.test(line)) return true
  return found.size >= 2 && addresses.test(line)
}
