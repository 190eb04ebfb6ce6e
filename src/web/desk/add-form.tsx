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
