import { expect, test } from "vitest"
import { bridgeRecord } from "../../test/records/bridge-record.ts"
import { storyFormats, textLevels } from "../api/index.ts"
import { viewRecord } from "../web/record-view.ts"
import { createServer } from "./create-server.ts"
import { fixedSource } from "./record-site.ts"

const view = viewRecord(bridgeRecord)
const story = bridgeRecord.stories[0]!
const slug = view.slugs.story(story)

test("every link of the export page hands out a file, and nothing else does", async () => {
  const app = createServer(fixedSource(bridgeRecord), { assets: [{ path: "site.css", content: "body{}" }] })
  const get = (path: string) => app.request(path, { headers: { host: "localhost" } })
  const page = await (await get(`/s/${slug}/export`)).text()
  const links = [...page.matchAll(/href="([^"]*)" download/g)].map((match) => match[1]!)
  expect(links).toHaveLength(textLevels.length + storyFormats.length)
  for (const link of links) {
    const answer = await get(link)
    expect(answer.status, link).toBe(200)
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"$/)
  }
  for (const path of [`/s/${slug}/export/word.doc`, "/s/none/export/ris.ris", `/s/${slug}/export/..%2Fx`])
    expect((await get(path)).status, path).toBe(404)
})
