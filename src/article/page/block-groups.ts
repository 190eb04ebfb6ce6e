import type { FeatureRow } from "./feature-row.ts"
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
  /** By the order of elements. */
  private readonly byElement: (Group | undefined)[]
  private readonly byShape = new Map<number, Group>()
  /** Of each block the group of its shape. */
  private readonly shapes: readonly Group[]
  private readonly names = new Map<string, Map<string, number>>()
  private nameCount = 0
  /** By the order of elements; 0 where it is not known yet. */
  private readonly nameOfElement: Int32Array
  private readonly root: PageElement
  private rootProse = 0
  private pageProse = 0

  /** `elements` is more than the order of any element around the blocks. */
  constructor(seen: readonly SeenBlock[], root: PageElement, elements: number) {
    this.root = root
    this.byElement = new Array<Group | undefined>(elements).fill(undefined)
    this.nameOfElement = new Int32Array(elements)
    const shapes: Group[] = []
    for (const each of seen) {
      const { block, up, isBad } = each
      this.pageProse += block.proseScore
      if (up === 0 && !isBad) this.rootProse += block.proseScore
      if (each.isWeighed) this.addToContainers(each)
      const shape = this.shapeOf(block.element)
      let group = this.byShape.get(shape)
      if (group === undefined) {
        group = newGroup(each)
        this.byShape.set(shape, group)
      }
      add(group, each)
      shapes.push(group)
    }
    this.shapes = shapes
  }

  private addToContainers(each: SeenBlock): void {
    let steps = 0
    for (let at: PageElement | null = each.block.element; at && steps < stepsMax; at = at.parent, steps++) {
      let group = this.byElement[at.order]
      if (group === undefined) {
        group = newGroup(each)
        this.byElement[at.order] = group
      }
      add(group, each)
      if (at === this.root) break
    }
  }

  /** Adds to `features`, in the order of `featureNames`: blocks of its shape, its container, its parent. */
  push(features: FeatureRow, each: SeenBlock, index: number): void {
    const { element } = each.block
    const shape = this.shapes[index]!
    const steps = this.stepsToContainer(element)
    let container: PageElement = element
    for (let step = 0; step < steps; step++) container = container.parent!
    const box = steps < 0 ? undefined : this.byElement[container.order]
    const parent = element.parent === null ? undefined : this.byElement[element.parent.order]
    const whole = this.rootProse || 1
    features.add(shape.blocks)
    features.add(shape.allProse / (this.pageProse || 1))
    features.add(shape.linked / shape.characters)
    features.add(shape.characters / shape.blocks)
    features.add(shape.outside / shape.blocks)
    features.add(shape.prose / whole)
    features.add(shape.bad / shape.blocks)
    features.add(shape.first === each ? 1 : 0)
    features.add(box ? box.linked / box.characters : 0)
    features.add(box ? box.blocks : 0)
    features.add(box ? box.prose / whole : 0)
    features.add(box ? box.bad / box.blocks : 0)
    features.add(box ? box.headings / box.blocks : 0)
    features.add(Math.max(0, steps))
    features.add(box ? box.short / box.blocks : 0)
    features.add(parent ? parent.prose / whole : 0)
    features.add(parent ? parent.linked / parent.characters : 0)
  }

  /** Steps to the nearest element that holds more than this block, not above the root; -1 where there is none near. */
  private stepsToContainer(element: PageElement): number {
    let steps = 0
    for (let at: PageElement | null = element; at && steps < stepsMax; at = at.parent, steps++) {
      if ((this.byElement[at.order]?.blocks ?? 0) > 1) return steps
      if (at === this.root) break
    }
    return -1
  }

  /** Tags and classes of an element and the two around it, as one number. */
  private shapeOf(element: PageElement): number {
    const { parent } = element
    const outer = parent?.parent ?? null
    const around = parent === null ? 0 : this.nameOf(parent) * namesMax + (outer ? this.nameOf(outer) : 0)
    return this.nameOf(element) * namesMax * namesMax + around
  }

  private nameOf(element: PageElement): number {
    const known = this.nameOfElement[element.order]!
    if (known !== 0) return known
    const className = element.attributes.class ?? ""
    const head = className.length > classCharactersMax ? className.slice(0, classCharactersMax) : className
    let byTag = this.names.get(head)
    if (byTag === undefined) {
      byTag = new Map()
      this.names.set(head, byTag)
    }
    let id = byTag.get(element.tag)
    if (id === undefined) {
      id = Math.min(++this.nameCount, namesMax - 1)
      byTag.set(element.tag, id)
    }
    this.nameOfElement[element.order] = id
    return id
  }
}

/** Three of them make a whole number; names beyond count as one. */
const namesMax = 1 << 17
const classCharactersMax = 300

function newGroup(first: SeenBlock): Group {
  return {
    blocks: 0,
    characters: 0,
    linked: 0,
    prose: 0,
    allProse: 0,
    bad: 0,
    headings: 0,
    short: 0,
    outside: 0,
    first,
  }
}

function add(group: Group, { block, isBad, up }: SeenBlock): void {
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
