import { expect, test } from "vitest"
import { readPage } from "./read-page.ts"

/** Rows of a page's language, what its head and its article hold, and who wrote it, joined by a plus. */
type Row = readonly [language: string, head: string, article: string, drawn: string]

function check(rows: readonly Row[]): void {
  for (const [language, head, article, drawn] of rows) {
    const page = `<html lang="${language}"><head>${head}</head><body><article>${article}</article></body></html>`
    const { bylines } = readPage(page, "https://www.zeitung.example/a", false).metadata
    expect([article, bylines.join(" + ")]).toEqual([article, drawn])
  }
}

test("bylines as papers print them in many languages", () =>
  check([
    ["de", "", "<h1>Fähre treibt im Sund</h1><p class='autor'>Von Jonas Berg</p>", "Jonas Berg"],
    [
      "de",
      "",
      "<h1>Fähre treibt im Sund</h1><span>Ein Bericht von Jonas Berg und Eva Lund</span>",
      "Jonas Berg + Eva Lund",
    ],
    [
      "de",
      "<meta name='author' content='Sund-Zeitung, Norrhavn, Germany'>",
      "<h1>Fähre treibt im Sund</h1>",
      "",
    ],
    [
      "fr",
      "",
      "<h1>Le bac à la dérive</h1><div class='auteur'>Par Hélène Aubry (avec AFP)</div>",
      "Hélène Aubry",
    ],
    [
      "fr",
      "",
      "<h1>Le bac à la dérive</h1><p>Publié le 3 mai 2019 à 09h15 par Hélène Aubry</p>",
      "Hélène Aubry",
    ],
    ["fr", "", "<h1>Le bac à la dérive</h1><p>Par Le Courrier avec AFP</p>", ""],
    ["es", "", "<h1>El transbordador a la deriva</h1><p>Por: Rosa de la Vega</p>", "Rosa de la Vega"],
    [
      "es",
      "",
      "<h1>El transbordador a la deriva</h1><p class='autor'>ROSA DE LA VEGA / Norrhavn</p>",
      "ROSA DE LA VEGA",
    ],
    ["es", "<meta name='author' content='Redacción'>", "<h1>El transbordador a la deriva</h1>", ""],
    ["pt", "", "<h1>Balsa à deriva</h1><p>Por João Couto, g2 Norrhavn</p>", "João Couto"],
    ["it", "", "<h1>Il traghetto alla deriva</h1><div class='firma'>di Luca Ferri</div>", "Luca Ferri"],
    ["nl", "", "<h1>Veerboot op drift</h1><p>Door: Jan van der Meer</p>", "Jan van der Meer"],
    ["sv", "", "<h1>Färja på drift</h1><p>Av Eva Lund</p>", "Eva Lund"],
    ["sv", "", "<h1>Färja på drift</h1><p>Text: Eva Lund</p><p>Foto: Per Dahl</p>", "Eva Lund"],
    ["da", "", "<h1>Færge i drift</h1><p>Af Mette Holm og Per Dahl</p>", "Mette Holm + Per Dahl"],
    [
      "no",
      "",
      "<h1>Ferje på drift</h1><p class='byline'>Mette Holm</p><p class='byline'>Journalist</p>",
      "Mette Holm",
    ],
    ["pl", "", "<h1>Prom dryfuje</h1><p>Autor: Anna Nowicka</p>", "Anna Nowicka"],
    ["ru", "", "<h1>Паром дрейфует в проливе</h1><p>Автор: Анна Лунева</p>", "Анна Лунева"],
    [
      "ru",
      "",
      "<h1>Паром дрейфует в проливе</h1><div class='author'>Анна Лунева, корреспондент</div>",
      "Анна Лунева",
    ],
    ["ru", "<meta name='author' content='Редакция'>", "<h1>Паром дрейфует в проливе</h1>", ""],
    ["ja", "", "<h1>フェリーが海峡で漂流</h1><p>文・山田花子</p>", "山田花子"],
    [
      "ja",
      '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"フェリーが海峡で漂流","author":{"@type":"Person","name":"山田 花子"}}</script>',
      "<h1>フェリーが海峡で漂流</h1>",
      "山田 花子",
    ],
    ["zh", "", "<h1>渡轮在海峡漂流</h1><p>记者 王小明 报道</p>", "王小明"],
    [
      "zh",
      "",
      "<h1>渡轮在海峡漂流</h1><span class='author'>作者：王小明</span><span>来源：海峡日报</span>",
      "王小明",
    ],
    ["zh", "<meta name='author' content='海峡日报'>", "<h1>渡轮在海峡漂流</h1>", ""],
    [
      "ko",
      "",
      "<h1>해협에서 표류하는 여객선</h1><p class='byline'>김하늘 기자 sky@news.example</p>",
      "김하늘",
    ],
    ["ar", "", "<h1>عبارة تنجرف في المضيق</h1><p class='author'>ليلى حداد</p>", "ليلى حداد"],
    ["ar", "", "<h1>عبارة تنجرف في المضيق</h1><p>بقلم: ليلى حداد</p>", "ليلى حداد"],
    ["tr", "", "<h1>Vapur boğazda sürükleniyor</h1><p>Yazar: Ayşe Kaya</p>", "Ayşe Kaya"],
    ["hi", "", "<h1>नौका जलडमरूमध्य में बह गई</h1><p class='author'>अनिल शर्मा</p>", "अनिल शर्मा"],
    ["fi", "", "<h1>Lautta ajelehtii salmessa</h1><p>Kirjoittaja: Aino Mäki</p>", "Aino Mäki"],
    ["id", "", "<h1>Feri hanyut di selat</h1><p>Penulis: Budi Santoso</p>", "Budi Santoso"],
    ["uk", "", "<h1>Пором дрейфує у протоці</h1><p>Автор: Оксана Луценко</p>", "Оксана Луценко"],
  ]))

test("names in elements of their own, links and places for authors", () =>
  check([
    ["en", "", "<h1>Ferry adrift</h1><p>Mia Holm, The Sound Gazette</p><p>May 3, 2019</p>", "Mia Holm"],
    [
      "en",
      "",
      "<h1>Ferry adrift</h1><p>Words: <a href='/x'>Mia Holm</a></p><p>Photography: Per Dahl</p>",
      "Mia Holm",
    ],
    [
      "en",
      "",
      "<h1>Ferry adrift</h1><p>By <a>Mia Holm</a>, <a>Per Dahl</a> and <a>Eva Lund</a> | May 3, 2019</p>",
      "Mia Holm + Per Dahl + Eva Lund",
    ],
    [
      "en",
      "",
      "<h1>Ferry adrift</h1><div class='byline'><span>By</span> <span class='author'>Mia Holm</span> <span class='role'>Harbour Reporter</span></div>",
      "Mia Holm",
    ],
    [
      "en",
      "",
      "<h1>Ferry adrift</h1><div class='contributors'><div class='author'>Mia Holm</div><div class='author'>Per Dahl</div></div>",
      "Mia Holm + Per Dahl",
    ],
    [
      "en",
      "",
      "<h1>Ferry adrift</h1><ul class='byline-authors'><li>Mia Holm</li><li>Per Dahl</li></ul>",
      "Mia Holm + Per Dahl",
    ],
  ]))
