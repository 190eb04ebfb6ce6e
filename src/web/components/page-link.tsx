import type { ComponentChildren } from "preact"
import type { PageAddress } from "../address.ts"
import type { Site } from "../site.ts"

interface PageLinkProps {
  readonly site: Site
  readonly to: PageAddress
  readonly fragment?: string | undefined
  readonly class?: string
  readonly title?: string
  /** What a single key calls this link. */
  readonly keyName?: string
  /** The page that is being read. */
  readonly isCurrent?: boolean
  readonly children: ComponentChildren
}

/** A link to a page of the record; plain words where nobody serves that page. */
export function PageLink({
  site,
  to,
  fragment,
  class: className,
  title,
  keyName,
  isCurrent,
  children,
}: PageLinkProps) {
  const href = site.to(to, fragment)
  if (href === null) return <span class={className}>{children}</span>
  return (
    <a
      class={className}
      href={href}
      title={title}
      data-key={keyName}
      aria-current={isCurrent ? "page" : undefined}
    >
      {children}
    </a>
  )
}
