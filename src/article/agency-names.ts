/** News agencies and distributors by the names that they are credited under, longer names before their beginnings. */
const agencies =
  "Thomson Reuters Foundation|Reuters|The Associated Press|Associated Press|AP|Agence France-Presse|AFP|UPI|United Press International|dpa-AFX|dpa|DPA|PA Media|Press Association|PA|Bloomberg News|Bloomberg|CNN Business|CNN Wire|CNN|BBC|EFE|Europa Press|Notimex|Télam|ANSA|Adnkronos|LaPresse|AGI|ТАСС|TASS|Интерфакс|Interfax|РИА Новости|RIA Novosti|Укринформ|Ukrinform|Xinhua|Kyodo News|Kyodo|Jiji Press|Yonhap|PTI|ANI|IANS|UNI|AAP|The Canadian Press|Canadian Press|CP|NTB|TT|Ritzau|STT|APA|Keystone-SDA|SDA|sda|awp|ATS|Belga|ANP|Lusa|Agência Brasil|PAP|ČTK|CTK|MTI|Anadolu Agency|Anadolu|AA|MNA|IRNA|SPA|WAM|Bernama|Antara|NHK|VOA|RFE/RL|MarketWatch|PRNewswire|PR Newswire|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE|GlobeNewswire|TNS|States Newsroom|Inter Press Service|IPS|Sputnik|KUNA|MENA|SID|KNA|epd"

/** The source of a pattern for one agency, named as printed. */
export const agency = `(?:${agencies})(?![\\p{L}\\p{N}])`
/** The source of a pattern for one agency or several: `AFP/Reuters`, `AP and AFP`. */
export const agencyList = `${agency}(?:(?:,\\s?|\\s?/\\s?|\\s(?:and|und|et|y|e|en|og|och|&)\\s)(?:the\\s)?${agency}){0,4}`

/** The names in an enumeration of people or bodies. */
export function namesListed(printed: string): readonly string[] {
  return printed.split(/,\s*|\s+(?:and|und|et|og|och)\s+|\s*&\s*|\/(?!RL)/).map((name) => name.trim())
}
