/** Words that carry grammar more than sense. They count for little when two wordings are compared. */
const lightWords = new Set(
  (
    "a an the this that these those of to in on at by for from with as into than and or but so if not no it its it's " +
    "is are was were be been being am has have had do does did will would can could may might shall should must " +
    "i me my we us our you your he him his she her they them their who whom whose which what when where there here " +
    "about after all also any because before both just more most much only other out over some such then too up very " +
    "between among against under through during within without across toward towards upon onto off per via until since"
  ).split(" "),
)

/** How much a word tells: 1 for a word of sense, a quarter for one of grammar. */
export function wordWeight(form: string): number {
  return lightWords.has(form) || form.length <= 1 ? 0.25 : 1
}

export function isLightWord(form: string): boolean {
  return wordWeight(form) < 1
}

/** A word without its commonest endings, for telling whether two words are one. */
export function wordStem(word: string): string {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word
  return bare.length < 5
    ? bare.replace(/(?<=..)(?:es|s|e)$/, "")
    : bare.replace(/(?:ings|ing|ed|es|s|e)$/, "")
}
