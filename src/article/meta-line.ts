import { type DayOrder, findDate } from "./parse-date.ts"
import { namesOfByline } from "./person-names.ts"

/** What a line of a report's head says of its making. */
export interface MetaLine {
  readonly bylines: readonly string[]
  readonly published: string | null
  readonly modified: string | null
}

const lineCharactersMax = 220
const datesMax = 3
const labelCharactersMax = 40

const modifiedWords =
  "update|updated|modified|last changed|last revised|last edited|revised|edited|last reviewed|aktualisiert|aktualisierung|geändert|letzte änderung|mis à jour|mise à jour|modifié|actualizado|actualizada|actualización|modificado|atualizado|atualizada|atualização|aggiornato|aggiornamento|bijgewerkt|laatste update|gewijzigd|uppdaterad|uppdaterat|senast ändrad|opdateret|oppdatert|sist endret|päivitetty|muokattu|aktualizacja|zaktualizowano|aktualizováno|обновлено|изменено|оновлено|güncelleme|güncellendi|güncellenme|frissítve|actualizat|ενημερώθηκε|更新|更新日|最終更新|수정|تحديث|آخر تحديث|עודכן"
const publishedWords =
  "published|publish|posted|post|submitted|created|issued|released|release|written|filed|first appeared|appeared|veröffentlicht|publiziert|erschienen|erstellt|gepostet|gespeichert|eingestellt|publié|publiée|posté|paru|mis en ligne|soumis|publicado|publicada|enviado|publicación|pubblicato|pubblicata|gepubliceerd|geplaatst|publicerad|publicerat|publisert|udgivet|offentliggjort|julkaistu|opublikowano|publikacja|data publikacji|zveřejněno|publikováno|опубликовано|опубликована|дата публикации|опубліковано|yayınlanma|yayınlandı|yayın tarihi|megjelent|publicat|δημοσιεύτηκε|δημοσίευση|公開|公開日|掲載|発表|发布|发表|發布|등록|입력|게시|نشر|نُشر|תאריך פרסום|פורסם|dipublikasikan|đăng"
/** Dates of something else: what will happen, or what may no longer. */
const otherWords =
  "deadline|expire|expires|expired|event|events|due|valid|born|died|until|through|closes|opens|start|starts|end|ends|begins|copyright|effective|joined|member since|registered|founded|gültig|bis zum|termin|jusqu'au|hasta el|fino al"

type DateLabel = "published" | "modified" | "other"

const labelByPhrase: ReadonlyMap<string, DateLabel> = new Map(
  (
    [
      ["published", publishedWords],
      ["modified", modifiedWords],
      ["other", otherWords],
    ] as const
  ).flatMap(([label, phrases]) => phrases.split("|").map((phrase): [string, DateLabel] => [phrase, label])),
)
const phraseWordsMax = 3

/** Words that stand beside dates and names without being either. */
const smallWords =
  "first|originally|last|date|time|on|at|from|stand|am|um|uhr|vom|le|à|el|em|il|op|alle|ore|den|kl|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|ist|et|ct|pt|mt|local"
const labelWords: ReadonlySet<string> = new Set(
  [publishedWords, modifiedWords, smallWords].flatMap((phrases) => phrases.split(/[| ]/)),
)

/** `text` with a `filler` for every word that only labels a date or a name. */
function withoutLabels(text: string, filler: string): string {
  return text
    .replace(/\d+ min(?:ute)?s? read/gi, filler)
    .replace(/[\p{L}\p{M}-]+/gu, (word) => (labelWords.has(word.toLowerCase()) ? filler : word))
}

/**
 * Reads `line` as a byline, a date line or both, or null when it is neither. A line with words left over that are
 * no person's name is prose. `bare` lets a line that is nothing but names pass without a "By".
 */
export function readMetaLine(line: string, order: DayOrder, bare: boolean): (MetaLine & LineDates) | null {
  const text = line.trim()
  if (text.length === 0 || text.length > lineCharactersMax) return null
  const dates = datesIn(text, order)
  const { rest } = dates
  const isDated = dates.published !== null || dates.modified !== null
  const by =
    /(?:^|[|•·–—,]\s*)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)\b[:\s]+(?=\p{Lu})/u.exec(
      rest,
    )
  if (!isDated && by === null && !bare) return null
  const bylines = namesIn(by ? rest.slice(by.index) : rest)
  if (!isDated && bylines.length === 0) return null
  const lettersMax = isDated ? 30 : by !== null ? 40 : 4
  return lettersLeft(rest, bylines) <= lettersMax ? { bylines, ...dates } : null
}

/** The dates that a line gives of its text, each by the word before it; `rest` is the line without them. */
export interface LineDates extends Pick<MetaLine, "published" | "modified"> {
  /** True when a word for publishing stands before the date that is given as `published`. */
  readonly labelled: boolean
  readonly rest: string
}

/** Reads the dates of `text`, whatever else it says. Of two days joined by a dash, as events have them, none is read. */
export function datesIn(text: string, order: DayOrder): LineDates {
  let published: string | null = null
  let modified: string | null = null
  let labelled = false
  let rest = ""
  let from = 0
  for (let count = 0; count < datesMax && /\p{Nd}/u.test(text); count++) {
    const date = findDate(text.slice(from), order, "two-digits")
    if (!date) break
    const [start, end] = [from + date.start, from + date.end]
    const between = text.slice(from, start)
    const before = between.slice(-labelCharactersMax)
    const label = labelOf(before) ?? labelBehind(text.slice(end, end + labelCharactersMax * 2))
    const isRange = count > 0 && label === null && /^\s*(?:[-–—]|to|bis|until)\s*$/i.test(between)
    if (isRange && modified === null) published = null
    else if (label === "modified") modified ??= date.iso
    else if (label === "published" && !labelled) {
      published = date.iso
      labelled = true
    } else if (label === null && published === null) published = date.iso
    else if (label === null) modified ??= date.iso
    rest += `${between} | `
    from = end
    if (isRange) break
  }
  return { published, modified, labelled, rest: rest + text.slice(from) }
}

/** Which of the kinds of label stands nearest to the end of `before`. */
function labelOf(before: string): DateLabel | null {
  const words = before.toLowerCase().match(/[\p{L}\p{M}'’]+/gu)
  if (!words) return null
  for (let end = words.length; end > 0; end--)
    for (let start = Math.max(0, end - phraseWordsMax); start < end; start++) {
      const label = labelByPhrase.get(words.slice(start, end).join(" "))
      if (label !== undefined) return label
    }
  return null
}

/** `… wurde am 3. Mai 2019 um 9:15 von Mia Holm veröffentlicht`: in German the verb may come last. */
function labelBehind(rest: string): "published" | "modified" | null {
  const verb = /\s(?:(veröffentlicht|geschrieben|erstellt|publiziert|verfasst)|aktualisiert|geändert)\b/.exec(
    rest,
  )
  return verb && (verb[1] === undefined ? "modified" : "published")
}

/** True for a line that says what the date on the line below it is: "Published:", "Last updated". */
export function isDateLabel(line: string): boolean {
  if (line.length === 0 || line.length > labelCharactersMax || /\d/.test(line)) return false
  return labelOf(line) !== null && lettersLeft(line, []) === 0
}

/** True for "By" and its like standing alone, with the name on the line below. */
export function isByAlone(line: string): boolean {
  return /^(?:by|written by|von|par|por|author|autor|auteur|text)\s*:?$/iu.test(line.trim())
}

function namesIn(rest: string): readonly string[] {
  if (!/\p{L}{2}/u.test(rest)) return []
  return namesOfByline(withoutLabels(rest, " | ").replace(/\s*:\s*/g, " "))
}

function lettersLeft(rest: string, bylines: readonly string[]): number {
  let left = withoutLabels(rest.replace(/@\w+/g, " "), " ")
  for (const name of bylines) left = left.replace(name, " ")
  return left.replace(/\b(?:by|and|und|et|y)\b/gi, " ").match(/\p{L}/gu)?.length ?? 0
}
