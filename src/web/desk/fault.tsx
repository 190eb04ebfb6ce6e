/** What was wrong with what was asked, where it was asked. */
export function Fault({ words }: { words: string | null }) {
  if (words === null) return null
  return (
    <p class="fault" role="alert">
      {words}
    </p>
  )
}
