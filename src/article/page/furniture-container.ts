import { type ContainerFinding, NameRules } from "./container-names.ts"
import { noAttributes, type PageElement } from "./page-tree.ts"

const byTag: ReadonlyMap<string, ContainerFinding> = new Map<string, ContainerFinding>(
  Object.entries({
    nav: { reason: "nav element", kind: "navigation", strong: true },
    menu: { reason: "menu element", kind: "navigation", strong: true },
    footer: { reason: "footer element", kind: "navigation", strong: true },
    aside: { reason: "aside element", kind: "related", strong: false },
    form: { reason: "form element", kind: "promotion", strong: false },
    button: { reason: "button element", kind: "share", strong: true },
    select: { reason: "select element", kind: "navigation", strong: true },
    noscript: { reason: "noscript element", kind: "hidden", strong: false },
    dialog: { reason: "dialog element", kind: "promotion", strong: true },
    audio: { reason: "audio element", kind: "media", strong: true },
    video: { reason: "video element", kind: "media", strong: true },
    "amp-sidebar": { reason: "sidebar element", kind: "navigation", strong: true },
    "amp-ad": { reason: "advertisement element", kind: "promotion", strong: true },
    "amp-embed": { reason: "embedded element", kind: "promotion", strong: true },
    "amp-consent": { reason: "consent element", kind: "promotion", strong: true },
    "amp-user-notification": { reason: "notification element", kind: "promotion", strong: true },
    "amp-social-share": { reason: "share element", kind: "share", strong: true },
  } satisfies Record<string, ContainerFinding>),
)

const byRole: Readonly<Record<string, ContainerFinding["kind"]>> = {
  navigation: "navigation",
  banner: "navigation",
  contentinfo: "navigation",
  complementary: "related",
  search: "navigation",
  dialog: "promotion",
  alertdialog: "promotion",
  menu: "navigation",
  menubar: "navigation",
  tablist: "navigation",
  toolbar: "share",
}

const neverByName = new Set([
  "html",
  "body",
  "main",
  "article",
  "#page",
  "h1",
  "td",
  "tr",
  "tbody",
  "blockquote",
])

/** Tests elements against what their tag, role, state and names say, remembering the answers by name for one page. */
export class ContainerRules {
  private readonly names = new NameRules()

  of(element: PageElement): ContainerFinding | null {
    const { tag, attributes } = element
    const tagged = byTag.get(tag)
    if (tagged) return tagged
    if (attributes === noAttributes) return null
    const { role, style, hidden, class: className, id } = attributes
    if (role !== undefined && tag !== "body") {
      const kind = byRole[role]
      if (kind) return { reason: `role ${role}`, kind, strong: !role.startsWith("tab") }
    }
    if (hidden !== undefined && !id?.startsWith("S:"))
      return { reason: "hidden", kind: "hidden", strong: true }
    if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
      return { reason: "hidden by its style", kind: "hidden", strong: true }
    if ((className === undefined && id === undefined) || neverByName.has(tag)) return null
    return this.names.of(className, id)
  }
}
