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

const modifiedLabel =
  /\b(?:updated?|modified|last (?:changed|revised|edited)|revised|edited|aktualisiert|geändert|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|opdateret|oppdatert|aktualizacja|обновлено|güncelleme)\b/iu
const labels =
  /\b(?:first|originally|last|date|time|published|publish(?:ed)? (?:date|on)|posted|posted on|created|issued|released|updated?|modified|on|at|from|veröffentlicht|erstellt|stand|aktualisiert|am|um|uhr|publié|mis à jour|le|à|publicado|actualizado|el|publicado em|em|atualizado|pubblicato|il|aggiornato|gepubliceerd|op|publicerad|uppdaterad|опубликовано|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|\d+ min(?:ute)?s? read|ist|et|ct|pt|mt|local time)\b/giu

/**
 * Reads `line` as a byline, a date line or both, or null when it is neither. A line with words left over that are
 * no person's name is prose. `bare` lets a line that is nothing but names pass without a "By".
 */
export function readMetaLine(line: string, order: DayOrder, bare: boolean): MetaLine | null {
  const text = line.trim()
  if (text.length === 0 || text.length > lineCharactersMax) return null
  let rest = text
  let published: string | null = null
  let modified: string | null = null
  for (let count = 0; count < datesMax; count++) {
    const date = findDate(rest, order)
    if (!date) break
    const before = rest.slice(Math.max(0, date.start - 40), date.start)
    if (modifiedLabel.test(before)) modified ??= date.iso
    else if (published === null) published = date.iso
    else modified ??= date.iso
    rest = `${rest.slice(0, date.start)} | ${rest.slice(date.end)}`
  }
  const dated = published !== null || modified !== null
  const by =
    /(?:^|[|•·–—,]\s*)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)\b[:\s]+(?=\p{Lu})/u.exec(
      rest,
    )
  const bylines = namesIn(by ? rest.slice(by.index) : rest, by !== null || dated || bare)
  const left = lettersLeft(rest, bylines)
  if (dated) return left <= 30 ? { bylines, published, modified } : null
  if (bylines.length === 0) return null
  if (by !== null) return left <= 40 ? { bylines, published, modified } : null
  return bare && left <= 4 ? { bylines, published, modified } : null
}

/** True for "By" and its like standing alone, with the name on the line below. */
export function isByAlone(line: string): boolean {
  return /^(?:by|written by|von|par|por|author|autor|auteur|text)\s*:?$/iu.test(line.trim())
}

function namesIn(rest: string, allowed: boolean): readonly string[] {
  return allowed ? namesOfByline(rest.replace(labels, " | ").replace(/\s*:\s*/g, " ")) : []
}

function lettersLeft(rest: string, bylines: readonly string[]): number {
  let left = rest.replace(/@\w+/g, " ").replace(labels, " ")
  for (const name of bylines) left = left.replace(name, " ")
  return left.replace(/\b(?:by|and|und|et|y)\b/gi, " ").match(/\p{L}/gu)?.length ?? 0
}
