import { useEffect } from 'react'
import type { DisplayedView } from '../../workspace/api.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { SurfaceContext } from '../blocks/surface.ts'
import { viewDesk } from '../blocks/view-desk.ts'
import type { PersonDesk } from '../live/person-desk.ts'

type Props = { readonly user: string; readonly view: DisplayedView | undefined; readonly desk: PersonDesk }

/** The app's Home; the app is told that it was opened. */
export function HomeTab({ user, view, desk }: Props) {
  useEffect(() => {
    void desk.run('openHome').catch(() => undefined)
  }, [desk])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="home" aria-label="Home of the app" tabIndex={0}>
      {view ? (
        <SurfaceContext value={viewDesk({ user, view, where: 'home', desk })}>
          <Blocks blocks={view.blocks} />
        </SurfaceContext>
      ) : (
        <p className="empty">Loading…</p>
      )}
    </section>
  )
}
