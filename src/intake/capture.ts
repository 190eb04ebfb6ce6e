/** What was seen at one place at one time: the bytes unchanged, and what the transport said of them. */
export interface Capture {
  readonly kind: "file" | "url" | "stdin"
  /** The path as the user wrote it (with `/`), the address, or `-`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The media type that the transport declared, lower case and without parameters, or null. */
  readonly mediaType: string | null
  /** The character set that the transport declared, lower case, or null. */
  readonly charset: string | null
  /** ISO 8601, or null when unknown. */
  readonly capturedAt: string | null
  /** What the server said with the bytes. Absent where no server was asked, or nobody noted it. */
  readonly answer?: CapturedAnswer
  /** The identifier of its record in the web archive that it came from, kept for those who cite it. */
  readonly recordId?: string
  /** Texts that are known to repeat on the pages of its site. Absent where none are. */
  readonly siteTexts?: readonly string[]
}

export interface CapturedAnswer {
  readonly status: number
  /** Names in lower case, in the order received; of a name that came twice the first. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The addresses that led here by redirects, the one asked for first. Left out where none did. */
  readonly redirectedFrom?: readonly string[]
  /** The status that each of these answered with. Left out where nobody noted it. */
  readonly redirectStatuses?: readonly number[]
  /** Of a memento (RFC 7089), the address of the page that a web archive keeps here. */
  readonly mementoOf?: string
}
