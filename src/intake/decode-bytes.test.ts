import { expect, test } from "vitest"
import { decodeBytes } from "./decode-bytes.ts"

type BytesByCharacter = ReadonlyMap<string, readonly number[]>
const tables = new Map<string, BytesByCharacter>()

/** Bytes of `text` in an encoding that the engine can read and not write: every character looked up backwards. */
function encoded(text: string, encoding: string): Uint8Array {
  const table = tables.get(encoding) ?? tableOf(encoding)
  tables.set(encoding, table)
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]))
}

function tableOf(encoding: string): BytesByCharacter {
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(encoding)
  const note = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes))
    if ([...character].length === 1 && character !== "\ufffd" && !table.has(character))
      table.set(character, bytes)
  }
  for (let byte = 0; byte < 256; byte++) note([byte])
  if (pairEncodings.has(encoding))
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) note([lead, trail])
  return table
}

const pairEncodings = new Set(["shift_jis", "euc-jp", "euc-kr", "gb18030", "big5"])

const texts = {
  ja: "古いフェリーは火曜日の夕方、海峡の真ん中で止まった。乗客は何も知らされず、朝まで船の中で待った。",
  ko: "낡은 여객선이 화요일 저녁 해협 한가운데에서 멈추었다. 승객들은 아침까지 배에서 기다렸다고 말했다.",
  zh: "旧渡轮星期二晚上停在海峡中间，乘客们什么也没有被告知，在船上等到了早晨，港口办公室说发动机将在星期四检查。",
  tw: "舊渡輪星期二晚上停在海峽中間，乘客們什麼也沒有被告知，在船上等到了早晨，港口辦公室說引擎將在星期四檢查。",
  ru: "Старый паром остановился посреди пролива во вторник вечером, и пассажирам до утра никто ничего не сказал.",
  uk: "Старий пором зупинився посеред протоки у вівторок увечері, і пасажирам до ранку ніхто нічого не сказав.",
  el: "Το παλιό πλοίο σταμάτησε στη μέση του πορθμού την Τρίτη το βράδυ και οι επιβάτες περίμεναν μέχρι το πρωί.",
  he: "המעבורת הישנה נעצרה באמצע המצר ביום שלישי בערב, והנוסעים חיכו על הסיפון עד הבוקר.",
  ar: "توقفت العبارة القديمة في منتصف المضيق مساء الثلاثاء، وانتظر الركاب على متنها حتى الصباح.",
  th: "เรือข้ามฟากเก่าหยุดอยู่กลางช่องแคบในเย็นวันอังคาร และผู้โดยสารรอจนถึงเช้า",
  fr: "Le vieux ferry s’est arrêté au milieu du détroit mardi soir ; les passagers, à qui l’on n’a rien dit, ont passé la nuit à bord, très fâchés.",
  de: "Die alte Fähre blieb am Dienstagabend mitten im Sund liegen – über achtzig Fahrgäste mußten bis zum Morgen ausharren, hieß es später.",
} as const

test("undeclared bytes are read in the encoding that their language is written in", () => {
  for (const [text, encoding] of [
    [texts.ja, "shift_jis"],
    [texts.ja, "euc-jp"],
    [texts.ko, "euc-kr"],
    [texts.zh, "gb18030"],
    [texts.tw, "big5"],
    [texts.ru, "windows-1251"],
    [texts.ru, "koi8-r"],
    [texts.ru, "ibm866"],
    [texts.ru, "iso-8859-5"],
    [texts.uk, "windows-1251"],
    [texts.el, "windows-1253"],
    [texts.he, "windows-1255"],
    [texts.ar, "windows-1256"],
    [texts.th, "windows-874"],
    [texts.fr, "windows-1252"],
    [texts.de, "windows-1252"],
  ] as const) {
    const bytes = encoded(text, encoding)
    expect.soft(decodeBytes(bytes, { transport: null, markup: false })).toEqual({ text, encoding })
    const page = `<html><title>a</title><body class="b"><p>${text}</p>`
    expect
      .soft(decodeBytes(encoded(page, encoding), { transport: null, markup: true }), encoding)
      .toEqual({ text: page, encoding })
  }
})

test("what the page says of its language decides between Latin alphabets", () => {
  const polish = '<html lang="pl-PL"><p>Stary prom zatrzymał się pośrodku cieśniny, powiedziała załoga.</p>'
  const turkish = "<html lang=tr><p>Eski vapur salı akşamı boğazın ortasında durdu, dedi kaptan Işık.</p>"
  const declared = (page: string, encoding: string) =>
    decodeBytes(encoded(page, encoding), { transport: null, markup: true })
  expect(declared(polish, "windows-1250")).toEqual({ text: polish, encoding: "windows-1250" })
  expect(declared(turkish, "windows-1254")).toEqual({ text: turkish, encoding: "windows-1254" })
})

test("mark before header before markup before guess", () => {
  const page = (charset: string): string => `<html><meta charset=${charset}><p>${texts.ru}</p>`
  const read = (bytes: Uint8Array, transport: string | null = null): string =>
    decodeBytes(bytes, { transport, markup: true }).encoding
  expect(read(encoded(page("windows-1251"), "windows-1251"))).toBe("windows-1251")
  expect(read(encoded(page("utf-8"), "windows-1251"))).toBe("windows-1251")
  expect(read(encoded(page("utf-8"), "koi8-r"), "koi8-r")).toBe("koi8-r")
  expect(read(encoded(page("windows-1251"), "koi8-r"), "koi8-r")).toBe("koi8-r")
  expect(read(new TextEncoder().encode(`\ufeff${page("koi8-r")}`), "windows-1251")).toBe("utf-8")
  expect(read(new TextEncoder().encode(page("windows-1251")))).toBe("utf-8")
  expect(read(new TextEncoder().encode(page("utf-16")))).toBe("utf-8")
  const http = `<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>${texts.ja}`
  expect(read(encoded(http, "shift_jis"))).toBe("shift_jis")
  expect(read(encoded(`<?xml version="1.0" encoding="EUC-KR"?><p>${texts.ko}`, "euc-kr"))).toBe("euc-kr")
  expect(read(encoded("<meta charset=gb2312><p>港口", "gb18030"))).toBe("gbk")
  expect(read(new TextEncoder().encode("<meta charset=iso-2022-jp><p>a\u001b$B9A\u001b(B"))).toBe(
    "iso-2022-jp",
  )
})

test("broken bytes", () => {
  const utf8 = new TextEncoder().encode(texts.ru)
  const read = (bytes: Uint8Array, transport: string | null = null) =>
    decodeBytes(bytes, { transport, markup: false })
  expect(read(utf8.subarray(0, 41))).toEqual({ text: `${texts.ru.slice(0, 21)}\ufffd`, encoding: "utf-8" })
  expect(read(Uint8Array.from([...utf8, 0xe9, 0x20, 0xff])).encoding).toBe("utf-8")
  const wide = Uint8Array.from([...texts.fr].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]))
  expect(read(wide).text).toBe(texts.fr)
  expect(read(wide.subarray(0, 21)).text).toBe(`${texts.fr.slice(0, 10)}\ufffd`)
  const cjk = Uint8Array.from([...texts.ja].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]))
  expect(read(cjk, "utf-16le")).toEqual({ text: texts.ja, encoding: "utf-16le" })
  expect(read(Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00])).text).toBe("\ufffda")
  expect(read(new TextEncoder().encode("+AGE- a"), "utf-7")).toEqual({ text: "+AGE- a", encoding: "utf-8" })
})
