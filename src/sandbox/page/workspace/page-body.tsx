import type { Screen, WorkspaceState } from '../api/workspace-api.ts'
import type { PersonDesk } from '../live/person-desk.ts'
import type { DraftOf } from '../live/use-drafts.ts'
import type { Go, Route } from '../live/use-route.ts'
import { Panels } from '../panels/panels.tsx'
import type { PageSetting } from '../setting.ts'
import { Conversation } from './conversation.tsx'
import { HomeTab } from './home-tab.tsx'
import { PlaceHead } from './place-head.tsx'
import { placesOf } from './places-of.ts'
import { Sidebar } from './sidebar.tsx'
import { ThreadPane } from './thread-pane.tsx'
import { useUnread } from './use-unread.ts'

type Props = {
  readonly setting: PageSetting
  readonly state: WorkspaceState
  readonly screen: Screen | undefined
  readonly route: Route
  readonly go: Go
  readonly desk: PersonDesk
  readonly draftOf: DraftOf
  readonly workspaceVersion: number
  readonly singleopsVersion: number
}

/** Sidebar, conversation, thread and panels side by side; on a narrow screen one of them. */
export function PageBody(props: Props) {
  const { setting, state, screen, route, go, desk, draftOf, workspaceVersion, singleopsVersion } = props
  const { person, thread } = route
  const places = placesOf(state, person)
  const place = places.find(({ name }) => name === route.place) ?? places[0]
  const isUnread = useUnread(state.latest, person, place)
  const channelId = place?.kind === 'channel' ? place.key : undefined
  const talk = {
    state,
    user: person,
    version: workspaceVersion,
    desk,
    title: place?.name === 'dm' ? state.offers.name : (place?.title.replace(/^# /u, '#') ?? ''),
  }
  const ephemerals = (screen?.ephemerals ?? []).filter(({ channel }) => channel === channelId)
  const shared = {
    ...talk,
    place: place?.key ?? '',
    channel: channelId ?? 'dm',
    ephemerals,
    entered: screen?.entered ?? {},
  }
  return (
    <div className="columns">
      <Sidebar
        state={state}
        places={places}
        current={place?.name ?? ''}
        isUnread={isUnread}
        open={(name) => go({ place: name, thread: '', part: 'chat' })}
      />
      <main className="conversation" aria-label={place?.title ?? 'Nothing'}>
        {!place && (
          <p className="empty">This person is in none of the channels. Choose somebody else above.</p>
        )}
        {place?.name === 'home' && (
          <>
            <PlaceHead title={`${state.offers.name} · Home`} />
            <HomeTab key={person} user={person} view={screen?.home} desk={desk} />
          </>
        )}
        {place && place.name !== 'home' && (
          <Conversation
            {...shared}
            head={
              <PlaceHead title={place.kind === 'app' ? `${state.offers.name} · Messages` : place.title} />
            }
            canWrite={place.kind === 'channel' || state.offers.messages}
            draft={draftOf(person, place.name)}
            openThread={(ts) => go({ thread: ts })}
          />
        )}
      </main>
      {thread !== '' && place?.key !== undefined && (
        <ThreadPane
          {...shared}
          thread={thread}
          draft={draftOf(person, place.name, thread)}
          close={() => go({ thread: '' })}
        />
      )}
      {route.panel !== '' && (
        <Panels
          panel={route.panel}
          setting={setting}
          state={state}
          workspaceVersion={workspaceVersion}
          singleopsVersion={singleopsVersion}
          open={(panel) => go({ panel, part: 'panel' })}
          goToInbox={() => go({ place: setting.inbox, thread: '' })}
        />
      )}
    </div>
  )
}
