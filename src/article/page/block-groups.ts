import type { PageElement } from "./page-tree.ts"
import type { SeenBlock } from "./seen-blocks.ts"

interface Group {
  blocks: number
  characters: number
  linked: number
  /** Prose of blocks that the rules alone would keep, in the root. */
  prose: number
  /** All prose, wherever it stands. */
  allProse: number
  bad: number
  headings: number
  short: number
  outside: number
  readonly first: SeenBlock
}

const shortCharacters = 60
const stepsMax = 8

/** What a block shares with others: the container that it stands in, and elements of the same names. */
export class BlockGroups {
  private readonly byElement = new Map<PageElement, Group>()
  private readonly byShape = new Map<number, Group>()
  private readonly names = new Map<string, number>()
  private readonly nameOfElement = new Map<PageElement, number>()
  private readonly root: PageElement
  private rootProse = 0
  private pageProse = 0

  constructor(seen: readonly SeenBlock[], root: PageElement) {
    this.root = root
    for (const each of seen) {
      const { block, up, isBad } = each
      this.pageProse += block.proseScore
      if (up === 0 && !isBad) this.rootProse += block.proseScore
      if (each.isWeighed) this.addToContainers(each)
      add(this.byShape, this.shapeOf(block.element), each)
    }
  }

  private addToContainers(each: SeenBlock): void {
    let steps = 0
    for (let at: PageElement | null = each.block.element; at && steps < stepsMax; at = at.parent, steps++) {
      add(this.byElement, at, each)
      if (at === this.root) break
    }
  }

  /** Adds to `features`, in the order of `featureNames`: blocks of its shape, its container, its parent. */
  push(features: number[], each: SeenBlock): void {
    const { element } = each.block
    const shape = this.byShape.get(this.shapeOf(element))!
    const { box, steps } = this.containerOf(element)
    const parent = element.parent === null ? undefined : this.byElement.get(element.parent)
    const whole = this.rootProse || 1
    features.push(
      shape.blocks,
      shape.allProse / (this.pageProse || 1),
      shape.linked / shape.characters,
      shape.characters / shape.blocks,
      shape.outside / shape.blocks,
      shape.prose / whole,
      shape.bad / shape.blocks,
      shape.first === each ? 1 : 0,
      box ? box.linked / box.characters : 0,
      box ? box.blocks : 0,
      box ? box.prose / whole : 0,
      box ? box.bad / box.blocks : 0,
      box ? box.headings / box.blocks : 0,
      steps,
      box ? box.short / box.blocks : 0,
      parent ? parent.prose / whole : 0,
      parent ? parent.linked / parent.characters : 0,
    )
  }

  /** The nearest element that holds more than this block, not above the root. */
  private containerOf(element: PageElement): { readonly box: Group | null; readonly steps: number } {
    let steps = 0
    for (let at: PageElement | null = element; at && steps < stepsMax; at = at.parent, steps++) {
      const box = this.byElement.get(at)
      if (box && box.blocks > 1) return { box, steps }
      if (at === this.root) break
    }
    return { box: null, steps: 0 }
  }

  /** Tags and classes of an element and the two around it, as one number. */
  private shapeOf(element: PageElement): number {
    const { parent } = element
    const outer = parent?.parent ?? null
    const around = parent === null ? 0 : this.nameOf(parent) * namesMax + (outer ? this.nameOf(outer) : 0)
    return this.nameOf(element) * namesMax * namesMax + around
  }

  private nameOf(element: PageElement): number {
    const known = this.nameOfElement.get(element)
    if (known !== undefined) return known
    const name = `${element.tag}.${(element.attributes.class ?? "").slice(0, classCharactersMax)}`
    const id = this.names.get(name) ?? Math.min(this.names.size + 1, namesMax - 1)
    this.names.set(name, id)
    this.nameOfElement.set(element, id)
    return id
  }
}

/** Three of them make a whole number; names beyond count as one. */
const namesMax = 1 << 17
const classCharactersMax = 300

function add<Key>(groups: Map<Key, Group>, key: Key, each: SeenBlock): void {
  let group = groups.get(key)
  if (group === undefined) {
    group = {
      blocks: 0,
      characters: 0,
      linked: 0,
      prose: 0,
      allProse: 0,
      bad: 0,
      headings: 0,
      short: 0,
      outside: 0,
      first: each,
    }
    groups.set(key, group)
  }
  const { block, isBad, up } = each
  group.blocks++
  group.characters += block.text.length
  group.linked += block.linkLength
  group.allProse += block.proseScore
  if (isBad) group.bad++
  else if (up === 0) group.prose += block.proseScore
  if (block.kind === "heading") group.headings++
  if (block.text.length < shortCharacters) group.short++
  if (up > 0) group.outside++
}
