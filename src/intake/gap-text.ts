import type { IntakeGap } from "./document.ts"

const sentences: Readonly<Record<IntakeGap["kind"], readonly [reason: string, remedy: string]>> = {
  unreadable: ["could not be read", "check that it exists and that you may read it"],
  "not-found": ["was not found", "check the name"],
  empty: ["is empty", "nothing in it to read; leave it out or fetch it again"],
  binary: ["is not text", "save it as text or HTML first"],
  "too-large": ["is too large", "split it, or give only the part that holds the report"],
  "bad-encoding": ["is in an encoding that could not be told", "save it as UTF-8"],
  "bad-json": ["is not valid JSON", "correct it, or leave it out"],
  "no-text": ["holds no article text", "give the page as a browser shows it, or its text alone"],
  unsupported: ["is of a kind that is not read", "give pages, texts, JSON, feeds or web archives"],
  damaged: ["is damaged", "what could be read of it is in the record; get the file again"],
  "not-served": ["was not served", "try again later, or leave it out"],
  "not-here": ["is stored with a capture that is not here", "give the file that holds that one too"],
  loop: ["leads back to itself", "remove the link"],
}

/** One line for a user: which input, why it gave nothing, and what to do about it. */
export function intakeGapText(gap: IntakeGap): string {
  const [reason, remedy] = sentences[gap.kind]
  const place = gap.member === null ? gap.name : `${gap.name}, ${gap.member}`
  const detail = gap.detail === null ? "" : ` (${gap.detail})`
  return onOneLine(`${place}: ${reason}${detail}; ${remedy}`)
}

/** A name may hold line breaks and control characters; a line of output may not. */
function onOneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").toWellFormed()
}
