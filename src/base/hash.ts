import { createHash } from "node:crypto"

/** SHA-256 of bytes, or of the UTF-8 of a string, in lower-case hexadecimal: the name of a thing by its content. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex")
}
