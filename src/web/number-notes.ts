/**
 * Numbers the evidence drawers of a page, in its own order, and the links that open them, for print: a count on paper
 * names the note where its sentences stand. Takes rendered HTML, in which text holds no bare quotation mark or `<`.
 */
export function numberNotes(html: string): string {
  const numbers = new Map<string, number>()
  for (const [, id] of html.matchAll(/<section class="drawer" id="([^"]*)"/g))
    numbers.set(id!, numbers.size + 1)
  if (numbers.size === 0) return html
  return html
    .replace(
      /<section class="drawer" id="([^"]*)"/g,
      (tag, id: string) => `${tag} data-note="${numbers.get(id)}"`,
    )
    .replace(/ href="#([^"]*)" data-drawer(?:="")?/g, (link, id: string) =>
      numbers.has(id) ? `${link} data-note="${numbers.get(id)}"` : link,
    )
}
