import { sha256Hex } from "../base/index.ts"

/** The digest of what makes two captures the same: the same bytes from the same place at the same time. */
export function captureIdentity(
  kind: string,
  name: string,
  sha256: string,
  capturedAt: string | null,
): string {
  return sha256Hex(JSON.stringify([kind, name, sha256, capturedAt]))
}
