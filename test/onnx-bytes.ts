/**
 * The bytes of a small ONNX model, written by hand: `logits = Gather(table, input_ids)`, so that each id has its own
 * row of scores. Only the fields that a runtime asks for; numbers are those of onnx.proto3.
 */
export function gatherModelBytes(table: readonly (readonly number[])[]): Uint8Array {
  const width = table[0]!.length
  const weights = Float32Array.from(table.flat())
  const tensor = message([
    [1, table.length],
    [1, width],
    [2, floatType],
    [8, "table"],
    [9, new Uint8Array(weights.buffer)],
  ])
  const node = message([
    [1, "table"],
    [1, "input_ids"],
    [2, "logits"],
    [4, "Gather"],
  ])
  const graph = message([
    [1, node],
    [2, "graph"],
    [5, tensor],
    [11, valueInfo("input_ids", int64Type, ["batch", "tokens"])],
    [12, valueInfo("logits", floatType, ["batch", "tokens", "labels"])],
  ])
  const opset = message([
    [1, ""],
    [2, 13],
  ])
  return message([
    [1, 8],
    [7, graph],
    [8, opset],
  ])
}

const floatType = 1
const int64Type = 7

function valueInfo(name: string, type: number, dims: readonly string[]): Uint8Array {
  const shape = message(dims.map((dim): Field => [1, message([[2, dim]])]))
  const tensorType = message([
    [1, type],
    [2, shape],
  ])
  return message([
    [1, name],
    [2, message([[1, tensorType]])],
  ])
}

type Field = readonly [number: number, value: number | string | Uint8Array]

function message(fields: readonly Field[]): Uint8Array {
  const bytes: number[] = []
  for (const [number, value] of fields) {
    if (typeof value === "number") bytes.push(...varint(number << 3), ...varint(value))
    else {
      const inner = typeof value === "string" ? new TextEncoder().encode(value) : value
      bytes.push(...varint((number << 3) | 2), ...varint(inner.length), ...inner)
    }
  }
  return Uint8Array.from(bytes)
}

function varint(value: number): readonly number[] {
  const bytes: number[] = []
  let left = value
  while (left > 127) {
    bytes.push((left & 127) | 128)
    left >>>= 7
  }
  return [...bytes, left]
}
