import type { PageContent, Site } from "../site.ts"
import { addPage } from "./add-page.tsx"
import { archiveLibraryPage } from "./archive-library.tsx"
import { archiveSearchPage } from "./archive-search.tsx"
import { arrangePage } from "./arrange-page.tsx"
import type { DeskPage } from "./desk-page.ts"
import { jobPage } from "./job-page.tsx"
import { accountPage, peoplePage } from "./people-pages.tsx"
import { rulingsPage } from "./rulings-page.tsx"
import { signInLinkPage, signInPage } from "./sign-in-pages.tsx"

export function deskContent(site: Site, desk: DeskPage): PageContent {
  switch (desk.page) {
    case "archive-library":
      return archiveLibraryPage(site, desk.list)
    case "archive-search":
      return archiveSearchPage(desk.list)
    case "add":
      return addPage(desk.address, desk.fault)
    case "job":
      return jobPage(site, desk.job)
    case "arrange":
      return arrangePage(site, desk.story, desk.fault)
    case "rulings":
      return rulingsPage(site, desk.rulings, desk.done)
    case "sign-in":
      return signInPage(desk.provider, desk.fault)
    case "sign-in-link":
      return signInLinkPage(desk.token, desk.email)
    case "account":
      return accountPage(site)
    case "people":
      return peoplePage(desk.people, desk.link, desk.fault)
    case "notice":
      return {
        title: desk.title,
        address: null,
        story: null,
        drawers: [],
        body: (
          <div class="page-head">
            <h1>{desk.title}</h1>
            <p class="lede">{desk.words}</p>
          </div>
        ),
      }
  }
}
