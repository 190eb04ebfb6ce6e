/** What stands before the names of a byline, taken off. */
export interface BylineLead {
  readonly rest: string
  /** True of words that hardly ever begin a sentence: `Story by`, `Autor:`. A lone `By` may. */
  readonly isSure: boolean
}

const labels =
  "by|authors?|contributors?|writers?|reporters?|journalists?|byline|words|text|texts|story|autor|autora|autorin|autoren|autores|autorzy|autorka|auteurs?|auteure|autrice|autore|autori|verfasser|verfasserin|redakteur|redakteurin|texte|texto|testo|tekst|teksti|skribent|forfatter|författare|kirjoittaja|toimittaja|yazar|yazan|haber|penulis|oleh|szerző|írta|napsal|napsala|автор|авторы|автори|текст|журналист|корреспондент|συντάκτης|γράφει|लेखक|लेखिका|tác giả"
const pieces =
  "(?:(?:guest|opinion|staff|an?|ein|eine|un|une) )?(?:story|words|text|report|reporting|reported|written|posted|published|created|submitted|compiled|essay|post|column|opinion|article|analysis|commentary|review|interview) by|(?:(?:ein|eine) )?(?:bericht|beitrag|gastbeitrag|artikel|text|kommentar|analyse|reportage|interview|geschrieben|verfasst|veröffentlicht|erstellt) von|(?:un |une )?(?:article|texte|reportage|analyse|tribune|chronique|propos recueillis|publié|écrit|rédigé|posté) par|(?:un )?(?:escrito|publicado|redactado|postado|texto|artículo|artigo|reportagem) por|(?:scritto|pubblicato) da|(?:articolo|testo|a cura) di|(?:geschreven|geplaatst|tekst|artikel) door|(?:skrivet|skriven|publicerad|publicerat|skrevet|artikkel|tekst|text) a[vf]|(?:ditulis|dilaporkan) oleh"
const prepositions = "by|von|par|por|di|door|av|af|przez"
/** In scripts without capitals a blank will do for the colon. */
const caselessLabels =
  "作者|撰文|撰稿|文|記者|记者|本报记者|執筆|筆者|著者|取材|글쓴이|글|기자|بقلم|كتب|كتبت|الكاتب|الكاتبة|إعداد|نویسنده|מאת|โดย"

const sure = new RegExp(
  `^\\s*(?:(?:${labels})\\s*[:：]|(?:${pieces})(?![\\p{L}'’-])\\s*:?|(?:${caselessLabels})[\\s:：・／/]+)\\s*`,
  "iu",
)
const unsure = new RegExp(`^\\s*(?:${prepositions}|authors?|contributors?)\\s+`, "iu")
const prose = /^\p{Ll}+\s\p{Ll}/u

/** The lead-in of `line`, or null when it has none or goes on as prose. */
export function leadOf(line: string): BylineLead | null {
  const match = sure.exec(line)
  const found = match ?? unsure.exec(line)
  if (found === null) return null
  const rest = line.slice(found[0].length)
  return rest === "" || prose.test(rest) ? null : { rest, isSure: match !== null }
}
