import { setFlagsFromString } from "node:v8"

/**
 * What the engine is told where many things are read one after the other and none is kept: to leave its space for young
 * objects as small as it began, and to collect when its heap has grown by three fifths, not to several times its size.
 * No limits: a large page still gets what it needs.
 */
const steadyHeapFlags: readonly string[] = ["--semi-space-growth-factor=1", "--heap-growing-percent=60"]

/** Holds the memory of this process near what one page needs. Of use before much is loaded: what has grown stays. */
export function keepMemorySteady(): void {
  for (const flag of steadyHeapFlags) setFlagsFromString(flag)
}
