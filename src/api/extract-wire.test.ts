import { expect, test } from "vitest"
import { intakeLimits } from "../intake/index.ts"
import { decodeExtractRequest } from "./extract-wire.ts"

test("a page in a line keeps to the limit of a page in a file", () => {
  const html = "a".repeat(intakeLimits.documentBytesMax)
  expect(decodeExtractRequest({ id: "1", html }).ok).toBe(true)
  const answer = decodeExtractRequest({ id: "1", html: `${html}a` })
  expect(answer.ok ? null : answer.error.kind).toBe("too-large")
})
