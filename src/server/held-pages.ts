import { promisify } from "node:util"
import { gzip } from "node:zlib"
import { sha256Hex } from "../base/index.ts"

/** A page or file as it is sent. */
export interface HeldPage {
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Names the content: what a browser has under the same tag is the same. */
  readonly tag: string
  /** The bytes packed, made beside the requests when first asked for; null where packing would save little. */
  packed(): Promise<Uint8Array<ArrayBuffer>> | null
}

const packed = promisify(gzip)
const packedBytesMin = 1024

export function heldPage(
  mediaType: string,
  bytes: Uint8Array<ArrayBuffer>,
  tag: string = tagOf(bytes),
): HeldPage {
  let packing: Promise<Uint8Array<ArrayBuffer>> | null = null
  return {
    mediaType,
    bytes,
    tag,
    packed: () => {
      if (bytes.length < packedBytesMin) return null
      packing ??= packed(bytes) as Promise<Uint8Array<ArrayBuffer>>
      return packing
    },
  }
}

export function tagOf(bytes: Uint8Array): string {
  return sha256Hex(bytes).slice(0, 24)
}

const heldBytesMax = 128 << 20
/** What is held besides a page's own bytes: the packed ones, a quarter of them at most as pages go, and the names. */
const heldBytesOf = (page: HeldPage): number => Math.ceil(page.bytes.length * 1.25) + 1_024

/** Pages up to a limit of bytes: the least lately asked for goes first. */
export class HeldPages {
  private readonly bytesMax: number
  private readonly pages = new Map<string, HeldPage>()
  private readonly making = new Map<string, Promise<unknown>>()
  private bytes = 0
  private states = 0

  constructor(bytesMax: number = heldBytesMax) {
    this.bytesMax = bytesMax
  }

  get(key: string): HeldPage | null {
    const page = this.pages.get(key)
    if (page === undefined) return null
    this.pages.delete(key)
    this.pages.set(key, page)
    return page
  }

  /** A page of more than a quarter of the limit is not held. */
  set(key: string, page: HeldPage): void {
    const bytes = heldBytesOf(page)
    this.drop(key)
    if (bytes > this.bytesMax / 4) return
    this.pages.set(key, page)
    this.bytes += bytes
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.bytesMax) break
      this.drop(oldest)
    }
  }

  /**
   * The page held, or what `make` gives; asked for again meanwhile, it is made once. What `pageIn` finds in it is held,
   * unless everything was cleared since.
   */
  made<Answer>(
    key: string,
    make: () => Promise<Answer>,
    pageIn: (answer: Answer) => HeldPage | null,
  ): Promise<Answer> {
    const known = this.making.get(key) as Promise<Answer> | undefined
    if (known) return known
    const state = this.states
    const making = make().then((answer) => {
      const page = pageIn(answer)
      if (page !== null && state === this.states) this.set(key, page)
      return answer
    })
    this.making.set(key, making)
    const forget = (): void => {
      if (this.making.get(key) === making) this.making.delete(key)
    }
    making.then(forget, forget)
    return making
  }

  /** So much of the limit, 0 to 1, is taken. */
  fullness(): number {
    return this.bytes / this.bytesMax
  }

  clear(): void {
    this.pages.clear()
    this.making.clear()
    this.bytes = 0
    this.states++
  }

  private drop(key: string): void {
    const page = this.pages.get(key)
    if (page === undefined) return
    this.bytes -= heldBytesOf(page)
    this.pages.delete(key)
  }
}

/** The page as `asked` can take it: not at all where the browser has it already, else packed where it unpacks. */
export async function pageResponse(page: HeldPage, asked: Headers, caching: string): Promise<Response> {
  const packing = acceptsGzip(asked) ? page.packed() : null
  const etag = `"${page.tag}${packing === null ? "" : "-gzip"}"`
  const headers: Record<string, string> = {
    "content-type": page.mediaType,
    "cache-control": caching,
    vary: "accept-encoding, cookie",
    etag,
  }
  if (tagsIn(asked.get("if-none-match")).includes(page.tag))
    return new Response(null, { status: 304, headers })
  if (packing === null) return new Response(page.bytes, { headers })
  return new Response(await packing, { headers: { ...headers, "content-encoding": "gzip" } })
}

function acceptsGzip(asked: Headers): boolean {
  return (asked.get("accept-encoding") ?? "").split(",").some((part) => {
    const [coding, ...parameters] = part.split(";").map((word) => word.trim().toLowerCase())
    return coding === "gzip" && !parameters.some((word) => /^q=0(\.0*)?$/.test(word))
  })
}

/** Whichever way the content was packed, it is the same content. */
function tagsIn(header: string | null): readonly string[] {
  return (header ?? "")
    .slice(0, 2_000)
    .split(",")
    .map((tag) => tag.trim().replace(/^(?:W\/)?"(.*?)(?:-gzip)?"$/, "$1"))
}
