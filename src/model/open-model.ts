import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { fail, ok, type Result } from "../base/index.ts"
import { type LabelClass, labelClasses } from "./labels.ts"
import type { ModelFailure } from "./model-failure.ts"
import { loadOnnxRuntime, type OnnxRuntime, type OnnxSession, runtimeFrom } from "./onnx-runtime.ts"
import type { PieceVocabulary } from "./word-pieces.ts"

/** A token classifier ready to be asked. */
export interface SpeakerModel {
  readonly vocabulary: PieceVocabulary
  readonly labels: readonly LabelClass[]
  /** Scores of every label for each id, row by row. */
  readonly scores: (ids: readonly number[]) => Promise<Float32Array>
}

/** Files of a larger size are no vocabulary. */
const vocabularyCharactersMax = 64 << 20

/**
 * Opens the model in `folder`: `model.onnx` (or `onnx/model.onnx`), `config.json` with the names of its labels, and
 * `vocab.txt` or `tokenizer.json`. `loadRuntime` stands in for the peer package in tests.
 */
export async function openModel(
  folder: string,
  loadRuntime: () => Promise<unknown> = loadOnnxRuntime,
): Promise<Result<SpeakerModel, ModelFailure>> {
  const labels = await readLabels(folder)
  if (!labels.ok) return labels
  const vocabulary = await readVocabulary(folder)
  if (!vocabulary.ok) return vocabulary
  const runtime = await runtimeFrom(loadRuntime)
  if (!runtime.ok) return runtime
  const session = await createSession(runtime.value, folder)
  if (!session.ok) return session
  const { value: model } = session
  if (!model.inputNames.includes("input_ids") || model.outputNames.length === 0)
    return wrongModel(folder, "it takes no input_ids")
  const scores = (ids: readonly number[]): Promise<Float32Array> => runOnce(runtime.value, model, ids)
  const tried = await tryOnce(scores, labels.value.length)
  return tried === null
    ? ok({ vocabulary: vocabulary.value, labels: labels.value, scores })
    : wrongModel(folder, tried)
}

function wrongModel(folder: string, why: string): Result<never, ModelFailure> {
  return fail({ kind: "wrong-model", message: `the model in ${folder} is no token classifier: ${why}` })
}

async function createSession(
  runtime: OnnxRuntime,
  folder: string,
): Promise<Result<OnnxSession, ModelFailure>> {
  let reason = ""
  for (const path of [join(folder, "model.onnx"), join(folder, "onnx", "model.onnx")]) {
    try {
      await readFile(path, { flag: "r" })
    } catch {
      continue
    }
    try {
      return ok(await runtime.InferenceSession.create(path))
    } catch (error) {
      reason = firstLine(error)
      return fail({ kind: "bad-file", message: `${path} cannot be read as a model: ${reason}` })
    }
  }
  return fail({ kind: "missing-file", message: `${folder} holds no model.onnx` })
}

async function runOnce(
  runtime: OnnxRuntime,
  session: OnnxSession,
  ids: readonly number[],
): Promise<Float32Array> {
  const dims = [1, ids.length]
  const tensor = (values: readonly number[]): unknown =>
    new runtime.Tensor("int64", BigInt64Array.from(values, BigInt), dims)
  const inputs: Record<string, unknown> = { input_ids: tensor(ids) }
  if (session.inputNames.includes("attention_mask")) inputs.attention_mask = tensor(ids.map(() => 1))
  if (session.inputNames.includes("token_type_ids")) inputs.token_type_ids = tensor(ids.map(() => 0))
  const outputs = await session.run(inputs)
  const output = outputs.logits ?? outputs[session.outputNames[0]!]
  return output?.data instanceof Float32Array ? output.data : new Float32Array(0)
}

/** Asks the model once about one token; what is wrong with its answer, or null. */
async function tryOnce(
  scores: (ids: readonly number[]) => Promise<Float32Array>,
  labels: number,
): Promise<string | null> {
  try {
    const { length } = await scores([0])
    return length === labels ? null : `it gives ${length} scores a token for ${labels} labels`
  } catch (error) {
    return firstLine(error)
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!
}

async function readLabels(folder: string): Promise<Result<readonly LabelClass[], ModelFailure>> {
  const config = await readJson(join(folder, "config.json"))
  if (!config.ok) return config
  const named = (config.value as { readonly id2label?: unknown } | null)?.id2label
  const labels = labelClasses(named)
  return labels === null
    ? fail({
        kind: "wrong-labels",
        message: `config.json in ${folder} names no labels B-speaker and I-speaker in id2label`,
      })
    : ok(labels)
}

async function readVocabulary(folder: string): Promise<Result<PieceVocabulary, ModelFailure>> {
  const tokenizer = await readJson(join(folder, "tokenizer.json"))
  if (tokenizer.ok) {
    const { model, normalizer } = tokenizer.value as {
      readonly model?: { readonly type?: unknown; readonly vocab?: unknown }
      readonly normalizer?: { readonly lowercase?: unknown } | null
    }
    if (model?.type !== "WordPiece" || typeof model.vocab !== "object" || model.vocab === null)
      return fail({ kind: "bad-file", message: `tokenizer.json in ${folder} holds no WordPiece vocabulary` })
    const ids = new Map(
      Object.entries(model.vocab).flatMap(([piece, id]): [string, number][] =>
        typeof id === "number" ? [[piece, id]] : [],
      ),
    )
    return ok({ ids, lowercases: normalizer?.lowercase === true })
  }
  if (tokenizer.error.kind === "bad-file") return tokenizer
  const listed = await readText(join(folder, "vocab.txt"))
  if (listed === null)
    return fail({ kind: "missing-file", message: `${folder} holds neither tokenizer.json nor vocab.txt` })
  const settings = await readJson(join(folder, "tokenizer_config.json"))
  const lowercases =
    settings.ok && (settings.value as { readonly do_lower_case?: unknown }).do_lower_case === true
  const ids = new Map(listed.split(/\r?\n/).map((piece, id): [string, number] => [piece, id]))
  return ok({ ids, lowercases })
}

async function readJson(path: string): Promise<Result<unknown, ModelFailure>> {
  const text = await readText(path)
  if (text === null) return fail({ kind: "missing-file", message: `${path} is not there` })
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === "object" && value !== null) return ok(value)
  } catch {
    // Told below, like JSON that is no object.
  }
  return fail({ kind: "bad-file", message: `${path} is not JSON` })
}

async function readText(path: string): Promise<string | null> {
  try {
    const text = await readFile(path, "utf8")
    return text.length > vocabularyCharactersMax ? null : text
  } catch {
    return null
  }
}
