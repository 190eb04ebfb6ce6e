import type { Site } from "../site.ts"

/** Files, addresses and text in one form, which works as it stands; a script makes the whole of it a place to drop on. */
export function AddForm({ address, isWhole }: { address: string | null; isWhole: boolean }) {
  return (
    <form
      class={isWhole ? "add-form" : "add-form add-form-short"}
      id="add"
      action="/add"
      method="post"
      enctype="multipart/form-data"
      data-drop=""
      aria-labelledby="add-title"
    >
      <h2 id="add-title">{address === null ? "Add reports" : "Add the text of a page"}</h2>
      {address === null ? null : (
        <>
          <p class="quiet">
            For <span class="source">{address}</span>
          </p>
          <input type="hidden" name="address" value={address} />
        </>
      )}
      <p class="add-field">
        <label for="add-text">
          {address === null ? "Addresses, one a line, or the text of one report" : "The text of the page"}
        </label>
        <textarea id="add-text" name="text" rows={isWhole ? 8 : 3} maxLength={1_000_000} dir="auto" />
      </p>
      <p class="add-field">
        <label for="add-files">Files: pages, texts, JSON, feeds, web archives</label>
        <input id="add-files" name="files" type="file" multiple />
      </p>
      <p class="add-actions">
        <button type="submit" class="button button-main">
          Add
        </button>
        <span class="quiet add-hint" hidden data-drop-hint="">
          or drop files, addresses or text here
        </span>
      </p>
    </form>
  )
}

/** What can be done where no story is there yet. */
export function NoStory({ site }: { site: Site }) {
  return site.canAdd ? <FirstSteps /> : <FirstCommands />
}

function FirstSteps() {
  return (
    <div class="empty">
      <p>No story yet. Two reports of one event make one. For example:</p>
      <ul class="examples">
        <li>the addresses of two pages, one a line</li>
        <li>the text of a report, pasted whole</li>
        <li>saved pages, a feed, or a web archive (.wacz, .warc)</li>
      </ul>
      <p class="quiet">
        Or look at a story first: <code>variorum demo</code>
      </p>
    </div>
  )
}

/** Where the pages take nothing: what to call the program with. */
function FirstCommands() {
  return (
    <div class="empty">
      <p>No story yet. Give the program two reports of one event:</p>
      <ul class="examples">
        <li>
          <code>variorum serve reports/</code> <span class="quiet">a folder of pages and texts</span>
        </li>
        <li>
          <code>variorum serve https://paper.example/story</code> <span class="quiet">addresses</span>
        </li>
        <li>
          <code>variorum serve crawl.wacz</code> <span class="quiet">a web archive</span>
        </li>
      </ul>
      <p class="quiet">
        Or look at a story first: <code>variorum demo</code>
      </p>
    </div>
  )
}
