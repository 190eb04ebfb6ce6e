import { expect, test } from "vitest"
import { asyncItems } from "../../test/open-desk.ts"
import { addressesOrRest } from "./listed-addresses.ts"

async function check(input: string, addresses: readonly string[] | null): Promise<void> {
  const bytes = Buffer.from(input)
  for (const size of [1, 7, Math.max(1, bytes.length)]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    )
    const listed = await addressesOrRest(asyncItems(chunks))
    expect(listed.addresses).toEqual(addresses)
    const rest: Uint8Array[] = []
    for await (const chunk of listed.rest) rest.push(chunk)
    expect(Buffer.concat(rest).toString("utf8")).toBe(input)
  }
}

test("a list of addresses is one, with blank lines and repetitions", () =>
  check("https://a.example/1\r\n\nhttp://b.example/2\nhttps://a.example/1\n", [
    "https://a.example/1",
    "http://b.example/2",
  ]))

test("whatever else comes in is handed on as it was", async () => {
  await check("", null)
  await check("https://a.example/1 was down on Monday.\n", null)
  await check("https://a.example/1\nThe ferry came in.\n", null)
  await check('{"id":"1","html":"<p>https://a.example</p>"}\n', null)
  await check("<html>\u00e9</html>", null)
})
