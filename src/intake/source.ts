/** Where a document came from, kept so that every claim can be taken back to the bytes it stands on. */
export interface SourceRef {
  readonly kind: "file" | "url" | "stdin"
  /** The path as the user wrote it (with `/`), the address, or `-`. */
  readonly name: string
  /** Its place inside a container (a line of JSONL, an entry of a feed), or null when the source is the document. */
  readonly member: string | null
  /** SHA-256 of the captured bytes: of the member's own bytes where it has a place of its own. */
  readonly sha256: string
  /** When the bytes were seen, ISO 8601, or null when nobody noted it. A file's times are no capture time. */
  readonly capturedAt: string | null
}
