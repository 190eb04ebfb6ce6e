import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

/** The marks are told apart by glyph and line first; their colours must hold for every kind of eye all the same. */
const css = readFileSync(new URL("./colours.css", import.meta.url), "utf8")
const dark = css.slice(css.indexOf("(prefers-color-scheme: dark)"), css.indexOf("(prefers-contrast: more)"))
const palettes = {
  light: colours(css.slice(0, css.indexOf("@media"))),
  dark: { ...colours(css.slice(0, css.indexOf("@media"))), ...colours(dark) },
  "more contrast": { ...colours(css.slice(0, css.indexOf("@media"))), ...colours(css.split("@media")[2]!) },
}

const onPaper = ["ink", "ink-quiet", "accent", "warn", "added", "dropped", "changed", "figure"]
const washes = ["added-wash", "dropped-wash", "changed-wash", "attribution-wash", "cited", "accent-wash"]
const lines = ["added", "dropped", "changed", "figure", "attribution"]

test.each(Object.entries(palettes))("%s: text reads on what it stands on", (_, palette) => {
  for (const name of onPaper) {
    expect(contrast(palette[name]!, palette.paper!), name).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette[name]!, palette.sheet!), name).toBeGreaterThanOrEqual(4.5)
  }
})

test.each(Object.entries({ light: palettes.light, dark: palettes.dark }))(
  "%s: marked words stay legible",
  (_, palette) => {
    for (const wash of washes) expect(contrast(palette.ink!, palette[wash]!), wash).toBeGreaterThanOrEqual(8)
    for (const name of ["added", "dropped", "changed", "attribution"])
      expect(contrast(palette[name]!, palette[`${name}-wash`]!), name).toBeGreaterThanOrEqual(3)
    expect(contrast(palette.edge!, palette.paper!)).toBeGreaterThanOrEqual(3)
  },
)

test.each(Object.entries({ light: palettes.light, dark: palettes.dark }))(
  "%s: no two lines look alike to a colour-blind eye",
  (_, palette) => {
    for (const [kind, matrix] of Object.entries(simulations))
      for (const [i, a] of lines.entries())
        for (const b of lines.slice(i + 1))
          expect(
            distance(simulate(palette[a]!, matrix), simulate(palette[b]!, matrix)),
            `${a} and ${b}, ${kind}`,
          ).toBeGreaterThanOrEqual(15)
  },
)

type Rgb = readonly [number, number, number]

function colours(block: string): Readonly<Record<string, Rgb>> {
  const found: Record<string, Rgb> = {}
  for (const match of block.matchAll(/--([\w-]+):\s*#([0-9a-f]{6})/g)) {
    const value = Number.parseInt(match[2]!, 16)
    found[match[1]!] = [value >> 16, (value >> 8) & 255, value & 255]
  }
  return found
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/** Machado, Oliveira and Fernandes, 2009, severity 1.0, on linear RGB. */
const simulations = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const

function simulate(rgb: Rgb, matrix: readonly (readonly number[])[]): Rgb {
  const from = rgb.map(linear)
  return matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, k, i) => sum + k * from[i]!, 0),
      ),
    ),
  ) as unknown as Rgb
}

/** CIE76 in CIELAB (D65), of linear RGB. */
function distance(a: Rgb, b: Rgb): number {
  const [x, y] = [lab(a), lab(b)]
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2])
}

function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
