import { promisify } from "node:util"
import { gzip } from "node:zlib"
import { sha256Hex } from "../base/index.ts"
import type { SiteAnswer } from "../web/index.ts"

/** A page as it is sent. */
export interface HeldPage {
  readonly type: SiteAnswer["type"]
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Names the content: what a browser has under the same tag is the same. */
  readonly tag: string
  /** The bytes packed, made beside the requests when first asked for; null where packing would save little. */
  packed(): Promise<Uint8Array<ArrayBuffer>> | null
}

const packed = promisify(gzip)
const packedBytesMin = 1024

export function heldPage(type: SiteAnswer["type"], bytes: Uint8Array<ArrayBuffer>): HeldPage {
  let packing: Promise<Uint8Array<ArrayBuffer>> | null = null
  return {
    type,
    bytes,
    tag: sha256Hex(bytes).slice(0, 24),
    packed: () => {
      if (bytes.length < packedBytesMin) return null
      packing ??= packed(bytes) as Promise<Uint8Array<ArrayBuffer>>
      return packing
    },
  }
}

const heldBytesMax = 128 << 20

/** Pages up to a limit of bytes: the least lately made goes first. */
export class HeldPages {
  private readonly pages = new Map<string, HeldPage>()
  private bytes = 0

  get(key: string): HeldPage | null {
    return this.pages.get(key) ?? null
  }

  /** A page of more than a quarter of the limit is not held. */
  set(key: string, page: HeldPage): void {
    if (page.bytes.length > heldBytesMax / 4) return
    this.drop(key)
    this.pages.set(key, page)
    this.bytes += page.bytes.length
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= heldBytesMax) break
      this.drop(oldest)
    }
  }

  clear(): void {
    this.pages.clear()
    this.bytes = 0
  }

  private drop(key: string): void {
    this.bytes -= this.pages.get(key)?.bytes.length ?? 0
    this.pages.delete(key)
  }
}

const mediaTypes = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
} as const

/** The page as `asked` can take it: not at all where the browser has it already, else packed where it unpacks. */
export async function pageResponse(page: HeldPage, asked: Headers): Promise<Response> {
  const packing = acceptsGzip(asked) ? page.packed() : null
  const etag = `"${page.tag}${packing === null ? "" : "-gzip"}"`
  const headers: Record<string, string> = {
    "content-type": mediaTypes[page.type],
    "cache-control": "private, no-cache",
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
