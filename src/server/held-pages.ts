import { promisify } from "node:util"
import { gunzip, gzip } from "node:zlib"
import { sha256Hex } from "../base/index.ts"

type Bytes = Uint8Array<ArrayBuffer>

/** A page or file as it is sent. */
export interface HeldPage {
  readonly mediaType: string
  /** Names the content: what a browser has under the same tag is the same. */
  readonly tag: string
  /** Headers of its own. */
  readonly headers: Readonly<Record<string, string>>
  /** Packing would save little of it. */
  readonly isShort: boolean
  plain(): Promise<Bytes>
  /** Made beside the requests when first asked for; from then on only this is held. */
  packed(): Promise<Bytes>
  bytesHeld(): number
}

const pack = promisify(gzip) as (bytes: Bytes) => Promise<Bytes>
const unpack = promisify(gunzip) as (bytes: Bytes) => Promise<Bytes>
const packedBytesMin = 1024

export function heldPage(
  mediaType: string,
  bytes: Bytes,
  { tag = tagOf(bytes), headers = {} }: Partial<Pick<HeldPage, "tag" | "headers">> = {},
): HeldPage {
  let [whole, small]: [Bytes | null, Bytes | null] = [bytes, null]
  let packing: Promise<Bytes> | null = null
  return {
    mediaType,
    tag,
    headers,
    isShort: bytes.length < packedBytesMin,
    plain: async () => whole ?? unpack(small!),
    packed: () => {
      packing ??= pack(bytes).then((done) => {
        ;[whole, small] = [null, done]
        return done
      })
      return packing
    },
    bytesHeld: () => (whole ?? small!).length,
  }
}

export function tagOf(bytes: Uint8Array): string {
  return sha256Hex(bytes).slice(0, 24)
}

const heldBytesMax = 128 << 20
/** So much of it may be taken by pages that nobody has asked for yet. */
const aheadPartMax = 0.5
/** What a page's name and place take besides its bytes. */
const bytesBeside = 1_024

/** Pages up to a limit of bytes: the least lately asked for goes first. */
export class HeldPages {
  private readonly bytesMax: number
  private readonly pages = new Map<string, { readonly page: HeldPage; readonly bytes: number }>()
  private readonly making = new Map<string, Promise<unknown>>()
  private bytes = 0
  private states = 0

  constructor(bytesMax: number = heldBytesMax) {
    this.bytesMax = bytesMax
  }

  get(key: string): HeldPage | null {
    const held = this.pages.get(key)
    if (held === undefined) return null
    this.pages.delete(key)
    this.pages.set(key, held)
    return held.page
  }

  /** Packs the page, to hold many. One of more than a quarter of the limit is not held. */
  set(key: string, page: HeldPage): void {
    this.hold(key, page)
    if (page.isShort) return
    const again = (): void => {
      if (this.pages.get(key)?.page === page) this.hold(key, page)
    }
    page.packed().then(again, again)
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

  /** A part of the limit is left to pages that are asked for. */
  hasRoomAhead(): boolean {
    return this.bytes <= aheadPartMax * this.bytesMax
  }

  clear(): void {
    this.pages.clear()
    this.making.clear()
    this.bytes = 0
    this.states++
  }

  private hold(key: string, page: HeldPage): void {
    this.drop(key)
    const bytes = page.bytesHeld() + bytesBeside
    if (bytes > this.bytesMax / 4) return
    this.pages.set(key, { page, bytes })
    this.bytes += bytes
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.bytesMax) break
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    const held = this.pages.get(key)
    if (held === undefined) return
    this.bytes -= held.bytes
    this.pages.delete(key)
  }
}

/** The page as `asked` can take it: not at all where the browser has it already, else packed where it unpacks. */
export async function pageResponse(page: HeldPage, asked: Headers, caching: string): Promise<Response> {
  const isPacked = !page.isShort && acceptsGzip(asked)
  const headers: Record<string, string> = {
    ...page.headers,
    "content-type": page.mediaType,
    "cache-control": caching,
    vary: "accept-encoding, cookie",
    etag: `"${page.tag}${isPacked ? "-gzip" : ""}"`,
  }
  if (tagsIn(asked.get("if-none-match")).includes(page.tag))
    return new Response(null, { status: 304, headers })
  if (!isPacked) return new Response(await page.plain(), { headers })
  return new Response(await page.packed(), { headers: { ...headers, "content-encoding": "gzip" } })
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
