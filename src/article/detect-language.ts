/** The commonest short words of each language, chosen so that no two languages share many. */
const functionWords: Readonly<Record<string, string>> = {
  en: "the of and to in that is was for it with as his on be at by have from are this not but had which they were has an their said would who will",
  de: "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei sind war",
  fr: "le la les de des et à un une du en est que qui dans pour pas sur au plus par ce il avec sont cette ne se elle ont mais leur été",
  es: "el la los las de que y en un una por con no para su al lo como más pero sus le ya este entre cuando muy sin sobre también hasta fue",
  it: "il lo la gli le di che e un una per non con del della sono si da è anche come più nel alla dei ha ma questo delle dal ed al",
  pt: "o a os as de que e do da em um uma para com não por mais dos das no na se foi ao são como mas pelo pela também seu sua",
  nl: "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog uit naar door over ze heeft hij",
  sv: "och att det som en på är av för med den till har de inte om ett han men var jag sig från vi så kan när nu också",
  da: "og at det som en på er af for med den til har de ikke om et han men var jeg sig fra vi så kan når nu også blev",
  no: "og at det som en på er av for med den til har de ikke om et han men var jeg seg fra vi så kan når nå også ble",
  fi: "ja on ei se että hän oli ovat myös mutta kun niin joka mukaan ole kuin sen vuoden tai jo voi ovat sekä mitä",
  pl: "i w na z że się do nie to jest o jak po co tak za od przez dla są ale przy jego także tym który oraz był już",
  cs: "a v se na je že to s z do i o ale jako za by pro po jsou k tak který jeho podle také ve bylo již až",
  tr: "ve bir bu için da de ile olarak çok daha olan gibi en ise kadar sonra ancak olduğu göre var her ya ki değil",
  ro: "și în de la a cu pe nu că este din un o care pentru mai sau au fost prin sunt după dar ce această lui ale",
  hu: "a az és hogy nem is egy meg volt de ez csak már el mint van még ki azt vagy ha fel szerint után kell",
  id: "yang dan di dari untuk dengan ini itu pada tidak dalam akan ke adalah juga oleh sebagai telah bisa ada mereka saat",
}

const languagesByWord: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>()
  for (const [language, words] of Object.entries(functionWords))
    for (const word of new Set(words.split(" "))) map.set(word, [...(map.get(word) ?? []), language])
  return map
})()

/** Scripts that one language, or one in the news far before others, is written in. */
const scripts: readonly (readonly [language: string, script: RegExp])[] = [
  ["ja", /[\u3040-\u30ff]/g],
  ["ko", /[\uac00-\ud7af]/g],
  ["zh", /[\u4e00-\u9fff]/g],
  ["el", /[\u0370-\u03ff]/g],
  ["he", /[\u0590-\u05ff]/g],
  ["fa", /[\u067e\u0686\u06af\u06a9\u06cc]/g],
  ["ar", /[\u0600-\u06ff]/g],
  ["hi", /[\u0900-\u097f]/g],
  ["th", /[\u0e00-\u0e7f]/g],
  ["uk", /[іїєґІЇЄҐ]/g],
  ["ru", /[\u0400-\u04ff]/g],
]

const sampleCharactersMax = 6000
const wordsNeeded = 12

/**
 * The language of `text` by its script or its function words (BCP 47, without a region), or null when the text is
 * too short, mixed, or in a language that is not known here. Of languages equally likely, none.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleCharactersMax)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 20) return null
  for (const [language, script] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / letters
    const enough = language === "ja" || language === "uk" || language === "fa" ? 0.03 : 0.5
    if (share > enough) return language
  }
  const counts = new Map<string, number>()
  let total = 0
  for (const match of sample.toLowerCase().matchAll(/\p{L}+/gu)) {
    total++
    for (const language of languagesByWord.get(match[0]) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1])
  const [first, second] = ranked
  if (!first || total < wordsNeeded || first[1] < total * 0.12) return null
  return second && second[1] >= first[1] ? null : first[0]
}
