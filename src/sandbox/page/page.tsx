import { useMemo, useState } from 'react'
import { getScreen, getState, sendEmail } from './api/workspace-api.ts'
import { PlacesContext } from './fields/places.ts'
import { createPersonDesk } from './live/person-desk.ts'
import { useChanges } from './live/use-changes.ts'
import { useDrafts } from './live/use-drafts.ts'
import { useResource } from './live/use-resource.ts'
import { useRoute } from './live/use-route.ts'
import { Modal } from './modal/modal.tsx'
import type { PageSetting, TourStep } from './setting.ts'
import { NamesContext } from './text/names.ts'
import { Tour } from './tour/tour.tsx'
import { useTour } from './tour/use-tour.ts'
import { namesOf, pickablePlaces } from './workspace/names-of.ts'
import { PageBody } from './workspace/page-body.tsx'
import { TopBar } from './workspace/top-bar.tsx'

/** The workspace of one person at a time, what stands beside it, and the tour. */
export function Page({ setting }: { readonly setting: PageSetting }) {
  const [route, go] = useRoute({ person: 'ana', place: 'leads', thread: '', panel: '', part: 'chat' })
  const workspaceVersion = useChanges('/workspace/stream')
  const singleopsVersion = useChanges('/singleops/stream')
  const state = useResource('state', workspaceVersion, getState)
  const { person } = route
  const screen = useResource(person, workspaceVersion, () => getScreen(person))
  const [trouble, setTrouble] = useState('')
  const draftOf = useDrafts()
  const reload = screen.reload
  // biome-ignore lint/correctness/useExhaustiveDependencies: a person's acts go on in order; reload always reads for the newest one
  const desk = useMemo(() => createPersonDesk(person, reload, setTrouble), [person])
  const tour = useTour(setting.tour, go)
  const known = state.value
  const names = useMemo(() => known && namesOf(known, person), [known, person])
  if (!known || !names) return <p className="empty">{state.error ?? 'Loading…'}</p>

  function compose(step: TourStep) {
    const { person: by, place } = step
    go({ person: by, place, thread: '', part: 'chat' })
    draftOf(by, place).write(step.compose ?? '')
  }
  async function sendSample(name: string) {
    const sample = setting.emails.find((one) => one.name === name)
    if (sample) await sendEmail(setting.inbox, sample.email)
  }
  const view = screen.value?.modal
  return (
    <NamesContext value={names}>
      <PlacesContext value={pickablePlaces(known)}>
        <div className="page" data-part={route.part} data-tour={tour.at >= 0} inert={view !== undefined}>
          <TopBar
            setting={setting}
            state={known}
            route={route}
            go={go}
            isTouring={tour.at >= 0}
            startTour={tour.start}
          />
          <PageBody
            setting={setting}
            state={known}
            screen={screen.value}
            route={route}
            go={go}
            desk={desk}
            draftOf={draftOf}
            workspaceVersion={workspaceVersion}
            singleopsVersion={singleopsVersion}
          />
        </div>
        {view && (
          <Modal
            key={person}
            user={person}
            appName={known.offers.name}
            view={view}
            depth={screen.value?.stack.length ?? 1}
            desk={desk}
          />
        )}
        {tour.at >= 0 && (
          <div inert={view !== undefined} className={view ? 'tour-place behind' : 'tour-place'}>
            <Tour
              steps={setting.tour}
              version={workspaceVersion + singleopsVersion}
              at={tour.at}
              goTo={tour.goTo}
              compose={compose}
              sendEmail={sendSample}
              end={tour.end}
            />
          </div>
        )}
        {trouble !== '' && (
          <div className="toast" role="alert">
            <p>{trouble}</p>
            <button type="button" className="icon" aria-label="Dismiss" onClick={() => setTrouble('')}>
              ×
            </button>
          </div>
        )}
      </PlacesContext>
    </NamesContext>
  )
}
