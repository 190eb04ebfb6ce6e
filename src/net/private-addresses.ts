import { BlockList, isIPv6 } from "node:net"

/** Networks that a public page never lies in (IANA special-purpose registries). */
const networks: readonly (readonly [network: string, prefix: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  ["::", 128],
  ["::1", 128],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001:db8::", 32],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
]

const blocked = new BlockList()
for (const [network, prefix] of networks)
  blocked.addSubnet(network, prefix, isIPv6(network) ? "ipv6" : "ipv4")

/** True for loopback, private, link-local and reserved addresses, also where IPv6 wraps an IPv4 one. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "")
  if (!isIPv6(plain)) return blocked.check(plain, "ipv4")
  const wrapped = wrappedIpv4(plain)
  return blocked.check(plain, "ipv6") || (wrapped !== null && blocked.check(wrapped, "ipv4"))
}

/** The IPv4 address inside `::ffff:0:0/96`, `64:ff9b::/96` and 6to4, or null. */
function wrappedIpv4(address: string): string | null {
  const groups = expanded(address)
  const tail = (high: number, low: number) => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
  const head = groups.slice(0, 6).join(":")
  if (head === "0:0:0:0:0:65535" || head === "100:65435:0:0:0:0" || head === "0:0:0:0:0:0")
    return tail(groups[6]!, groups[7]!)
  return groups[0] === 0x2002 ? tail(groups[1]!, groups[2]!) : null
}

/** The eight groups of an IPv6 address as numbers. */
function expanded(address: string): readonly number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  const text = dotted
    ? `${dotted[1]}${((+dotted[2]! << 8) | +dotted[3]!).toString(16)}:${((+dotted[4]! << 8) | +dotted[5]!).toString(16)}`
    : address
  const [before = "", after] = text.split("::")
  const numbers = (part: string) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16))
  const [left, right] = [numbers(before), numbers(after ?? "")]
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right]
}
