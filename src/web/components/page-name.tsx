/** A page as the record names it: an address, or words that reports use for it. */
export function PageName({ page }: { page: string }) {
  return (
    <bdi class={/^https?:/i.test(page) ? "source" : "page-name"}>{page.replace(/^https?:\/\//i, "")}</bdi>
  )
}
