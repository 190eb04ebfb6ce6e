/**
 * The evidence drawer opens by its address alone. This moves the focus into it, closes it on Escape, and gives the
 * focus back to the link that opened it.
 */
export function startDrawers(): void {
  let opener: HTMLElement | null = null
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-drawer]") : null
    if (link) opener = link
  })
  window.addEventListener("hashchange", () => {
    const drawer = openDrawer()
    if (drawer) drawer.focus()
    else if (opener) {
      opener.focus({ preventScroll: true })
      opener = null
    }
  })
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeDrawer()
  })
  document.addEventListener("click", (event) => {
    const drawer = openDrawer()
    if (!drawer || !(event.target instanceof Element)) return
    if (event.target.closest(".drawer-close")) {
      event.preventDefault()
      closeDrawer()
    }
  })
  openDrawer()?.focus()
}

export function openDrawer(): HTMLElement | null {
  return document.querySelector<HTMLElement>(".drawer:target")
}

/** Leaves the drawer's address without moving the page below it. */
function closeDrawer(): void {
  const close = openDrawer()?.querySelector<HTMLAnchorElement>(".drawer-close")
  if (!close) return
  const [x, y] = [window.scrollX, window.scrollY]
  location.hash = close.hash
  window.scrollTo(x, y)
}
