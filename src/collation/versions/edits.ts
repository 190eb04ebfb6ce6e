import type { Span } from "../../base/index.ts"
import { isBlank } from "./segments.ts"

/** One place where two versions of a text differ. Either span may be empty, not both. */
export interface TextEdit {
  /** In the earlier version; empty where something was added. */
  readonly before: Span
  /** In the later version; empty where something was dropped. */
  readonly after: Span
  /**
   * A passage that moved is two edits: one that takes it out at its old place, with an empty `after`, and one that
   * puts it in at its new place, with an empty `before`.
   */
  readonly kind: "added" | "dropped" | "changed" | "moved"
}

interface RawEdit {
  readonly before: Span
  readonly after: Span
  readonly moved: boolean
}

/** Writes down edits from left to right on both sides at once, and joins those that touch. */
export class EditList {
  private readonly before: string
  private readonly after: string
  private readonly edits: RawEdit[] = []
  private beforeAt = 0
  private afterAt = 0

  constructor(before: string, after: string) {
    this.before = before
    this.after = after
  }

  /** Goes on to two places that belong together; what stands before them on either side is compared as it stands. */
  meet(beforeTo: number, afterTo: number): void {
    const a = this.before.slice(this.beforeAt, beforeTo)
    const b = this.after.slice(this.afterAt, afterTo)
    if (a !== b) {
      const start = sharedStart(a, b)
      const end = sharedEnd(a.slice(start), b.slice(start))
      this.push({
        before: { start: this.beforeAt + start, end: beforeTo - end },
        after: { start: this.afterAt + start, end: afterTo - end },
        moved: false,
      })
    }
    this.beforeAt = beforeTo
    this.afterAt = afterTo
  }

  /** Takes out what stands at the present place of the earlier version. */
  drop(passage: Span, moved: boolean): void {
    this.push({
      before: { start: passage.start, end: passage.end },
      after: { start: this.afterAt, end: this.afterAt },
      moved,
    })
    this.beforeAt = passage.end
  }

  /** Puts in what stands at the present place of the later version. */
  add(passage: Span, moved: boolean): void {
    this.push({
      before: { start: this.beforeAt, end: this.beforeAt },
      after: { start: passage.start, end: passage.end },
      moved,
    })
    this.afterAt = passage.end
  }

  finished(): readonly TextEdit[] {
    return this.edits.map(({ before, after, moved }) => {
      const kind = moved ? "moved" : isEmpty(before) ? "added" : isEmpty(after) ? "dropped" : "changed"
      return { before, after, kind }
    })
  }

  private push(edit: RawEdit): void {
    const last = this.edits.at(-1)
    if (last === undefined || !this.joins(last, edit)) this.edits.push(edit)
    else
      this.edits[this.edits.length - 1] = {
        before: { start: last.before.start, end: edit.before.end },
        after: { start: last.after.start, end: edit.after.end },
        moved: last.moved,
      }
  }

  /** Touching edits are one, and so are two with one blank between them; what moved joins what moved the same way. */
  private joins(last: RawEdit, next: RawEdit): boolean {
    if (last.moved !== next.moved) return false
    if (last.moved && isEmpty(last.before) !== isEmpty(next.before)) return false
    const gap = next.before.start - last.before.end
    if (gap !== next.after.start - last.after.end || gap > 1) return false
    return gap === 0 || isBlank(this.before.charCodeAt(last.before.end))
  }
}

function isEmpty({ start, end }: Span): boolean {
  return start === end
}

/** How many code units two strings share at their start without parting a word, a number or a surrogate pair. */
function sharedStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  while (at > 0 && (parts(a, at) || parts(b, at))) at--
  return at
}

function sharedEnd(a: string, b: string): number {
  let back = 0
  while (back < a.length && back < b.length && a[a.length - 1 - back] === b[b.length - 1 - back]) back++
  while (back > 0 && (parts(a, a.length - back) || parts(b, b.length - back))) back--
  return back
}

/** True when a cut at `at` parts what is read as one. */
function parts(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const [last, next] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  if (last >= 0xd800 && last < 0xdc00 && next >= 0xdc00 && next < 0xe000) return true
  if (isWordPart(text, at - 1)) return isWordPart(text, at) || joins(text, at)
  return joins(text, at - 1) && isWordPart(text, at)
}

/** An apostrophe inside a word, a point or comma inside a number. */
function joins(text: string, at: number): boolean {
  if (at <= 0 || at + 1 >= text.length || !/['’.,]/.test(text[at]!)) return false
  return isWordPart(text, at - 1) && isWordPart(text, at + 1)
}

function isWordPart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return /[\w]/.test(text[at]!)
  return /[\p{L}\p{M}\p{N}]/u.test(text[at]!)
}
