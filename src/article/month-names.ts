/** Month names and their short forms by language, lower case and without a final full stop. */
const names: readonly string[] = [
  // English
  "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
  // German
  "januar jänner jän|februar feber|märz mär mrz maerz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez",
  // French
  "janvier janv|février fevrier févr fév|mars|avril avr|mai|juin|juillet juil|août aout|septembre|octobre|novembre|décembre decembre déc",
  // Spanish
  "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|noviembre|diciembre dic",
  // Italian
  "gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre set|ottobre ott|novembre|dicembre",
  // Portuguese
  "janeiro|fevereiro fev|março marco|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro dez",
  // Dutch
  "januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december",
  // Swedish, Danish, Norwegian
  "januari januar|februari februar|mars marts|april|maj mai|juni|juli|augusti august|september|oktober|november|december desember des",
  // Finnish
  "tammikuuta tammikuu|helmikuuta helmikuu|maaliskuuta maaliskuu|huhtikuuta huhtikuu|toukokuuta toukokuu|kesäkuuta kesäkuu|heinäkuuta heinäkuu|elokuuta elokuu|syyskuuta syyskuu|lokakuuta lokakuu|marraskuuta marraskuu|joulukuuta joulukuu",
  // Polish
  "stycznia styczeń|lutego luty|marca marzec|kwietnia kwiecień|maja|czerwca czerwiec|lipca lipiec|sierpnia sierpień|września wrzesień|października październik|listopada|grudnia grudzień",
  // Czech
  "ledna leden|února únor|března březen|dubna duben|května květen|června červen|července červenec|srpna srpen|září|října říjen|listopadu|prosince prosinec",
  // Russian
  "января янв январь|февраля фев февраль|марта мар март|апреля апр апрель|мая май|июня июн июнь|июля июл июль|августа авг август|сентября сен сентябрь|октября окт октябрь|ноября ноя ноябрь|декабря дек декабрь",
  // Ukrainian
  "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
  // Turkish
  "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık",
  // Indonesian
  "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember",
  // Hungarian
  "január|február|március|április|május|június|július|augusztus|szeptember|október|november|december",
  // Romanian
  "ianuarie ian|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie",
  // Greek
  "ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου",
]

/** 1 to 12 by lower-case name. No name in the table means two months. */
export const monthsByName: ReadonlyMap<string, number> = new Map(
  names.flatMap((language) =>
    language
      .split("|")
      .flatMap((month, index) => month.split(" ").map((name): [string, number] => [name, index + 1])),
  ),
)
