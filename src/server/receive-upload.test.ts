import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { plainName, receiveUpload, uploadLimits } from "./receive-upload.ts"

const boundary = "tarnhead"
const limits = {
  ...uploadLimits,
  bytesMax: 64 << 10,
  fileBytesMax: 8 << 10,
  filesMax: 3,
  partsMax: 6,
  timeMsMax: 400,
}

function part(name: string, filename: string | null, body: string): string {
  const file = filename === null ? "" : `; filename="${filename}"`
  return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${body}\r\n`
}
const end = `--${boundary}--\r\n`

function request(body: string | ReadableStream, type = `multipart/form-data; boundary=${boundary}`): Request {
  const init = { method: "POST", body, headers: { "content-type": type }, duplex: "half" }
  return new Request("http://localhost/add", init as RequestInit)
}

/** Sends `chunk` for ever. */
function endless(chunk: string, pauseMs: number): ReadableStream {
  const bytes = new TextEncoder().encode(chunk)
  return new ReadableStream({
    async pull(controller) {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      controller.enqueue(bytes)
    },
  })
}

test.each([
  ["cut off in a file", request(part("files", "a.txt", "x").slice(0, -3)), 400],
  ["cut off before the end", request(part("files", "a.txt", "x")), 400],
  ["no boundary in it", request("x".repeat(1000)), 400],
  ["no boundary named", request(end, "multipart/form-data"), 415],
  ["a boundary of another", request(part("files", "a.txt", "x"), "multipart/form-data; boundary=other"), 400],
  ["another type", request("{}", "application/json"), 415],
  ["too large a file", request(part("files", "a.txt", "x".repeat(9_000)) + end), 413],
  ["too many files", request(part("files", "a.txt", "x").repeat(4) + end), 413],
  ["thousands of parts", request(part("f", null, "").repeat(3_000) + end), 413],
  ["thousands of headers", request(`--${boundary}\r\n${"a: b\r\n".repeat(5_000)}\r\nx\r\n${end}`), 400],
  ["endless", request(endless(part("f", null, "x".repeat(900)), 0)), 413],
  ["endless and slow", request(endless("x", 50)), 408],
  ["nothing given", request(part("text", null, " ") + part("files", "", "") + end), 400],
])("an upload that is %s is refused", async (_what, sent, status) => {
  const got = await receiveUpload(sent, limits)
  expect(got).toMatchObject({ ok: false, error: { status } })
})

test("files are held under names of our own, and taken away", async () => {
  const sent = part("files", "../../etc/passwd", "one") + part("files", "b.html", "two") + end
  const got = await receiveUpload(request(sent), limits)
  if (!got.ok) throw new Error(got.error.why)
  const files = got.value.inputs.flatMap((input) => (input.kind === "file" ? [input] : []))
  expect(files.map(({ name, path }) => [name, readFileSync(path, "utf8")])).toEqual([
    ["passwd", "one"],
    ["b.html", "two"],
  ])
  expect(files[0]!.path).not.toContain("passwd")
  got.value.release()
  await expect.poll(() => existsSync(files[0]!.path)).toBe(false)
})

test.each([
  [
    "https://a.example/1\n\n  http://b.example/2 \nhttps://a.example/1",
    ["address https://a.example/1", "address http://b.example/2"],
  ],
  ["Read https://a.example/1 today.\nIt is good.", ["text Read https://a.example/1 today."]],
  ["javascript:alert(1)", ["text javascript:alert(1)"]],
  ["file:///etc/passwd", ["text file:///etc/passwd"]],
])("what is written as %j is %j", async (text, expected) => {
  const got = await receiveUpload(request(part("text", null, text) + end), limits)
  expect(got.ok && got.value.inputs.map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected)
})

test("text for an address keeps it", async () => {
  const form = new URLSearchParams({ text: "The tuba stays.", address: "https://a.example/1" })
  const got = await receiveUpload(request(form.toString(), "application/x-www-form-urlencoded"), limits)
  expect(got.ok && got.value.inputs[0]).toMatchObject({ kind: "text", address: "https://a.example/1" })
})

test.each([
  ["C:\\reports\\a.html", "a.html"],
  ["..", "file"],
  ["", "file"],
  ["a\u202ecod.exe\u0000.txt", "acod.exe.txt"],
  [`${"n".repeat(300)}.warc.gz`, `${"n".repeat(192)}.warc.gz`],
])("a file called %j is named %j", (given, expected) => expect(plainName(given, 200)).toBe(expected))
