/** A day of every year: by its date, by its weekday in a month (`nth` -1: the last) and days from it, or by days from Easter. */
export type Feast =
  | { readonly on: "date"; readonly month: number; readonly day: number }
  | {
      readonly on: "weekday"
      readonly month: number
      readonly nth: number
      readonly weekday: number
      readonly offset: number
    }
  | { readonly on: "easter"; readonly offset: number }

const date = (month: number, day: number): Feast => ({ on: "date", month, day })
const weekday = (month: number, nth: number, day: number, offset = 0): Feast => ({
  on: "weekday",
  month,
  nth,
  weekday: day,
  offset,
})

const easter = (offset: number): Feast => ({ on: "easter", offset })

/** By their words, an apostrophe at the end left out. Where countries differ, as most printed English means them. */
const feasts: readonly (readonly [words: string, feast: Feast])[] = [
  ["christmas eve", date(12, 24)],
  ["christmas day", date(12, 25)],
  ["christmas", date(12, 25)],
  ["xmas", date(12, 25)],
  ["boxing day", date(12, 26)],
  ["new year's eve", date(12, 31)],
  ["new year's day", date(1, 1)],
  ["new years eve", date(12, 31)],
  ["new years day", date(1, 1)],
  ["new year eve", date(12, 31)],
  ["new year day", date(1, 1)],
  ["new year's", date(1, 1)],
  ["yuandan", date(1, 1)],
  ["epiphany", date(1, 6)],
  ["twelfth night", date(1, 5)],
  ["burns night", date(1, 25)],
  ["australia day", date(1, 26)],
  ["holocaust memorial day", date(1, 27)],
  ["groundhog day", date(2, 2)],
  ["valentine's day", date(2, 14)],
  ["valentines day", date(2, 14)],
  ["international women's day", date(3, 8)],
  ["women's day", date(3, 8)],
  ["st patrick's day", date(3, 17)],
  ["saint patrick's day", date(3, 17)],
  ["april fools day", date(4, 1)],
  ["april fool's day", date(4, 1)],
  ["earth day", date(4, 22)],
  ["st george's day", date(4, 23)],
  ["anzac day", date(4, 25)],
  ["may day", date(5, 1)],
  ["int'l workers day", date(5, 1)],
  ["international workers day", date(5, 1)],
  ["cinco de mayo", date(5, 5)],
  ["ve day", date(5, 8)],
  ["flag day", date(6, 14)],
  ["juneteenth", date(6, 19)],
  ["midsummer's eve", date(6, 23)],
  ["canada day", date(7, 1)],
  ["independence day", date(7, 4)],
  ["fourth of july", date(7, 4)],
  ["bastille day", date(7, 14)],
  ["assumption day", date(8, 15)],
  ["halloween", date(10, 31)],
  ["hallowe'en", date(10, 31)],
  ["all hallows eve", date(10, 31)],
  ["all saints day", date(11, 1)],
  ["all souls day", date(11, 2)],
  ["guy fawkes day", date(11, 5)],
  ["guy fawkes night", date(11, 5)],
  ["bonfire night", date(11, 5)],
  ["veterans day", date(11, 11)],
  ["armistice day", date(11, 11)],
  ["remembrance day", date(11, 11)],
  ["singles day", date(11, 11)],
  ["st andrew's day", date(11, 30)],
  ["martin luther king jr day", weekday(1, 3, 1)],
  ["martin luther king day", weekday(1, 3, 1)],
  ["mlk day", weekday(1, 3, 1)],
  ["presidents day", weekday(2, 3, 1)],
  ["president's day", weekday(2, 3, 1)],
  ["washington's birthday", weekday(2, 3, 1)],
  ["mother's day", weekday(5, 2, 7)],
  ["mothers day", weekday(5, 2, 7)],
  ["memorial day", weekday(5, -1, 1)],
  ["father's day", weekday(6, 3, 7)],
  ["fathers day", weekday(6, 3, 7)],
  ["labor day", weekday(9, 1, 1)],
  ["labour day", weekday(9, 1, 1)],
  ["columbus day", weekday(10, 2, 1)],
  ["indigenous peoples day", weekday(10, 2, 1)],
  ["remembrance sunday", weekday(11, 2, 7)],
  ["thanksgiving day", weekday(11, 4, 4)],
  ["thanks giving day", weekday(11, 4, 4)],
  ["thanksgiving", weekday(11, 4, 4)],
  ["black friday", weekday(11, 4, 4, 1)],
  ["cyber monday", weekday(11, 4, 4, 4)],
  ["shrove tuesday", easter(-47)],
  ["mardi gras", easter(-47)],
  ["clean monday", easter(-48)],
  ["ash wednesday", easter(-46)],
  ["palm sunday", easter(-7)],
  ["maundy thursday", easter(-3)],
  ["good friday", easter(-2)],
  ["holy saturday", easter(-1)],
  ["easter sunday", easter(0)],
  ["easter monday", easter(1)],
  ["easter day", easter(0)],
  ["easter", easter(0)],
  ["ascension day", easter(39)],
  ["pentecost", easter(49)],
  ["whit sunday", easter(49)],
  ["whit monday", easter(50)],
  ["trinity sunday", easter(56)],
  ["corpus christi", easter(60)],
]

/** The feasts by the first of their words. */
export const byFirstWord = new Map<string, (readonly [words: readonly string[], feast: Feast])[]>()
for (const [phrase, feast] of feasts) {
  const words = phrase.split(" ")
  const list = byFirstWord.get(words[0]!) ?? []
  list.push([words, feast])
  byFirstWord.set(words[0]!, list)
}

/** The first words of feasts: they begin a time phrase. */
export const feastWords: readonly string[] = [...byFirstWord.keys()]
