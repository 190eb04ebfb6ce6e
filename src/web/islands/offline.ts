/** Without a network everything stored still reads; links that need one are marked while it is away. */
export function startOffline(): void {
  const tell = (): void => {
    document.body.toggleAttribute("data-offline", !navigator.onLine)
  }
  addEventListener("online", tell)
  addEventListener("offline", tell)
  tell()
}
