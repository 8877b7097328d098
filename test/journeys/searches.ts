import type { Stage } from './stage.ts'

/** Does something that makes the app look for clients, and lets it look to the end. */
export async function withSearch(stage: Stage, act: () => Promise<unknown>): Promise<void> {
  const ended = () => stage.logged.filter(({ msg }) => msg === 'clients searched').length
  const before = ended()
  await act()
  await stage.ws.waitFor(() => {
    // The log tells nobody that it has grown.
    setTimeout(() => stage.ws.touch(), LOOK_EVERY_MS).unref()
    return ended() > before
  })
}

const LOOK_EVERY_MS = 10

export const searchRequests = ({ singleops }: Stage): number =>
  singleops.requests('clients/search_by_field').length
