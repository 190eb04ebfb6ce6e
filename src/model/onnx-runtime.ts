import { fail, ok, type Result } from "../base/index.ts"
import type { ModelFailure } from "./model-failure.ts"

/** Of the peer package `onnxruntime-node`, what is used here. */
export interface OnnxRuntime {
  readonly InferenceSession: { create(path: string): Promise<OnnxSession> }
  readonly Tensor: new (type: "int64", values: BigInt64Array, dims: readonly number[]) => unknown
}

export interface OnnxSession {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(inputs: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, OnnxOutput | undefined>>>
}

export interface OnnxOutput {
  readonly data: unknown
  readonly dims: readonly number[]
}

/** Loads the peer package. Its name stands in a variable, so that no bundler and no type checker asks for it. */
export async function loadOnnxRuntime(): Promise<unknown> {
  const name = "onnxruntime-node"
  return import(name)
}

export async function runtimeFrom(load: () => Promise<unknown>): Promise<Result<OnnxRuntime, ModelFailure>> {
  const missing = fail<ModelFailure>({
    kind: "no-runtime",
    message:
      "a model needs the package onnxruntime-node, which is not installed: npm install onnxruntime-node --ignore-scripts",
  })
  try {
    const loaded = (await load()) as { readonly default?: unknown }
    const runtime = (isRuntime(loaded) ? loaded : loaded.default) as unknown
    return isRuntime(runtime) ? ok(runtime) : missing
  } catch {
    return missing
  }
}

function isRuntime(loaded: unknown): loaded is OnnxRuntime {
  return typeof loaded === "object" && loaded !== null && "InferenceSession" in loaded && "Tensor" in loaded
}
