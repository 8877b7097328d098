/** A picture made of initials; its colour comes from the name. */
export function Avatar({ name, isApp = false }: { readonly name: string; readonly isApp?: boolean }) {
  const initials = name
    .split(/\s+/u)
    .map((word) => word.slice(0, 1))
    .slice(0, 2)
    .join('')
  const tone = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6
  return (
    <span className={isApp ? 'avatar app' : `avatar tone-${tone}`} aria-hidden="true">
      {initials}
    </span>
  )
}
