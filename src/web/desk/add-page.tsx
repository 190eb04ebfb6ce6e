import type { PageContent } from "../site.ts"
import { AddForm } from "./add-form.tsx"
import { Fault } from "./fault.tsx"

export function addPage(address: string | null, fault: string | null): PageContent {
  return {
    title: "Add reports",
    address: null,
    story: null,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Add</h1>
          <p class="lede">
            Pages are fetched as their sites allow. What is added is read as text; nothing in it is run.
          </p>
        </div>
        <Fault words={fault} />
        <AddForm address={address} isWhole />
      </>
    ),
  }
}
