import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { gatherModelBytes } from "../../test/onnx-bytes.ts"
import { runCommand } from "../../test/run-command.ts"
import { articleOfRequest } from "../api/index.ts"
import { type Analysis, readReport } from "../language/index.ts"
import { openModel, type SpeakerModel, withModelSpeakers } from "./index.ts"
import { loadOnnxRuntime, type OnnxRuntime } from "./onnx-runtime.ts"
import { wordPieces } from "./word-pieces.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-model-"))
afterAll(() => rmSync(folder, { recursive: true }))

const labels = ["O", "B-speaker", "I-speaker", "B-content", "I-content"]
const pieces = ["[UNK]", "[CLS]", "[SEP]", "Orla", "Qu", "##ill", "Tide"]
/** Which label each piece's row of scores is highest for. */
const best = [0, 0, 0, 1, 2, 0, 3]
const table = best.map((label) => labels.map((_, i) => (i === label ? 4 : 1)))

function writeModel(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = mkdtempSync(join(folder, `${name}-`))
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content)
  return path
}

const config = JSON.stringify({ id2label: Object.fromEntries(labels.map((label, id) => [id, label])) })
const whole = writeModel("whole", {
  "config.json": config,
  "vocab.txt": pieces.join("\n"),
  "model.onnx": gatherModelBytes(table),
})

/** Stands in for the peer package: looks each id up in the same table that the model file holds. */
const fakeRuntime: OnnxRuntime = {
  Tensor: class {
    readonly values: BigInt64Array
    constructor(_type: "int64", values: BigInt64Array) {
      this.values = values
    }
  },
  InferenceSession: {
    create: async () => ({
      inputNames: ["input_ids", "attention_mask"],
      outputNames: ["logits"],
      run: async (inputs) => {
        const { values } = inputs.input_ids as { readonly values: BigInt64Array }
        const data = Float32Array.from([...values].flatMap((id) => table[Number(id)]!))
        return { logits: { data, dims: [1, values.length, labels.length] } }
      },
    }),
  },
}

async function opened(load: () => Promise<unknown> = async () => fakeRuntime): Promise<SpeakerModel> {
  const model = await openModel(whole, load)
  if (!model.ok) throw new Error(model.error.message)
  return model.value
}

function read(text: string): Analysis {
  const request = { id: null, text, url: null, title: null, published: null, outlet: null, language: "en" }
  return readReport(articleOfRequest(request), { explain: true })
}

const openText = "“Tide waits for nobody at all, and least of all for us.” In blue, Orla Quill."

async function check(model: SpeakerModel): Promise<void> {
  const [quotation] = (await withModelSpeakers(openText, read(openText), model)).quotations
  const place = { start: openText.indexOf("Orla"), end: openText.length - 1 }
  expect(quotation!.speaker).toMatchObject({ ...place, rule: "model" })
  expect(quotation!.candidates.at(-1)).toEqual({ ...place, score: 3, features: ["model"] })
}

test("a speaker that the rules leave open is the model's", async () => check(await opened()))

test("a speaker that the rules found stands, and the model's is a candidate", async () => {
  const text = "“Tide waits,” said Anna Tarn. Orla Quill left."
  const before = read(text).quotations[0]!
  const after = (await withModelSpeakers(text, read(text), await opened())).quotations[0]!
  expect(after.speaker).toEqual(before.speaker)
  expect(after.speaker?.name).toBe("Anna Tarn")
  expect(after.candidates.length).toBe(before.candidates.length + 1)
})

test("of two the model takes none", async () => {
  const text = `${openText} In red, Orla Quill.`
  const [quotation] = (await withModelSpeakers(text, read(text), await opened())).quotations
  expect(quotation!.speaker).toBeNull()
  expect(quotation!.candidates.length).toBeGreaterThan(1)
})

const runtime = await loadOnnxRuntime().catch(() => null)
test.skipIf(runtime === null)("the same with the real runtime, where it is installed", async () =>
  check(await opened(loadOnnxRuntime)),
)

test("what is wrong with a model is told in one line", async () => {
  const refused = async (
    path: string,
    load: () => Promise<unknown> = async () => fakeRuntime,
  ): Promise<string> => {
    const model = await openModel(path, load)
    expect(model.ok).toBe(false)
    return model.ok ? "" : `${model.error.kind}: ${model.error.message.replaceAll(path, "DIR")}`
  }
  const failing = async (): Promise<never> => Promise.reject(new Error("not found"))
  expect(await refused(whole, failing)).toMatch(/^no-runtime: .*npm install onnxruntime-node/)
  expect(await refused(join(folder, "nowhere"))).toBe("missing-file: DIR/config.json is not there")
  const files = { "config.json": config, "vocab.txt": pieces.join("\n") }
  expect(await refused(writeModel("no-model", files))).toBe("missing-file: DIR holds no model.onnx")
  expect(await refused(writeModel("no-vocabulary", { "config.json": config }))).toMatch(
    /^missing-file: DIR holds neither/,
  )
  expect(await refused(writeModel("bad-config", { "config.json": "{" }))).toBe(
    "bad-file: DIR/config.json is not JSON",
  )
  const other = JSON.stringify({ id2label: { 0: "O", 1: "B-PER", 2: "I-PER" } })
  expect(await refused(writeModel("other-labels", { ...files, "config.json": other }))).toMatch(
    /^wrong-labels: /,
  )
  const fewer = JSON.stringify({ id2label: { 0: "O", 1: "B-speaker", 2: "I-speaker" } })
  const wrongWidth = writeModel("fewer", { ...files, "config.json": fewer, "model.onnx": new Uint8Array(1) })
  expect(await refused(wrongWidth)).toMatch(/^wrong-model: .*5 scores a token for 3 labels/)
  const tokenizer = JSON.stringify({ model: { type: "BPE", vocab: {} } })
  expect(await refused(writeModel("bpe", { "config.json": config, "tokenizer.json": tokenizer }))).toMatch(
    /^bad-file: .*no WordPiece vocabulary/,
  )
})

test("variorum read --model says what is missing", async () => {
  const ran = await runCommand(["read", "--model", "nowhere"], { folder, input: "" })
  expect([ran.status, ran.err.trim().split("\n").length]).toEqual([2, 1])
})

test("pieces keep their places", () => {
  const ids = new Map(["[UNK]", "a", "##b", "!", "é", "e", "京"].map((piece, id) => [piece, id]))
  const drawn = (text: string, lowercases = false): string => {
    const found = wordPieces(text, { start: 0, end: text.length }, { ids, lowercases })
    return found.ids.map((id, i) => `${id}:${text.slice(found.starts[i], found.ends[i])}`).join(" ")
  }
  expect(drawn("ab! zz ab")).toBe("1:a 2:b 3:! 0:zz 1:a 2:b")
  expect(drawn("É", true)).toBe("5:É")
  expect(drawn("京京")).toBe("6:京 6:京")
  expect(drawn("")).toBe("")
  expect(drawn("x".repeat(5_000))).toBe(`0:${"x".repeat(5_000)}`)
})
