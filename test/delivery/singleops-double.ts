import { AccountBlockedError, RefusedError, RetryLaterError, UnsureError } from '../../src/delivery/errors.ts'
import type { FoundClient, LeadGateway, SentClients } from '../../src/delivery/ports.ts'
import type { Contact } from '../../src/lead/contact.ts'
import { clientId, type JobId, jobId, type LeadId } from '../../src/lead/ids.ts'

/** How SingleOps takes one POST; `left` and `made`: something stays behind although the answer is bad. */
export const ANSWERS = [
  'taken',
  'taken-without-id',
  'refused',
  'refused-client-left',
  'busy',
  'unreachable',
  'blocked',
  'lost',
  'lost-made',
  'broken-connection',
] as const
export type Answer = (typeof ANSWERS)[number]

export type SingleOpsDouble = LeadGateway &
  SentClients & {
    readonly clients: FoundClient[]
    readonly jobs: { readonly leadId: LeadId; readonly id: JobId }[]
    /** Leads in the order of their POSTs. */
    readonly posts: LeadId[]
    /** Taken in turn by POSTs; then `taken`. */
    readonly answers: Answer[]
    /** Taken in turn by searches, true: answered; then all are. */
    readonly searches: boolean[]
    jobsOf(id: LeadId): readonly JobId[]
  }

/** A SingleOps that does as it is told, in memory. */
export function createSingleOpsDouble(): SingleOpsDouble {
  const clients: FoundClient[] = []
  const jobs: { leadId: LeadId; id: JobId }[] = []
  const posts: LeadId[] = []
  const answers: Answer[] = []
  const searches: boolean[] = []
  let ids = 1000
  const makeClient = (contact: Contact): void => {
    ids += 1
    clients.push({ id: clientId(ids), contact })
  }

  return {
    clients,
    jobs,
    posts,
    answers,
    searches,
    jobsOf: (id) => jobs.filter(({ leadId }) => leadId === id).map((job) => job.id),

    async post(lead, signal) {
      const answer = answers.shift() ?? 'taken'
      posts.push(lead.id)
      signal.throwIfAborted()
      if (answer === 'refused') throw new RefusedError('Name has already been taken')
      if (answer === 'busy')
        throw new RetryLaterError('http_429', 'SingleOps is busy', { retryAfterSeconds: 30 })
      if (answer === 'unreachable') throw new RetryLaterError('connect', 'SingleOps could not be reached')
      if (answer === 'blocked')
        throw new AccountBlockedError('http_401', 'SingleOps does not know the API user')
      if (answer === 'lost') throw new UnsureError('deadline', 'SingleOps did not answer')
      if (answer === 'broken-connection') throw new TypeError('terminated')
      if (lead.content.client.kind === 'new') makeClient(lead.content.contact)
      if (answer === 'refused-client-left') throw new RefusedError(undefined)
      ids += 1
      const id = jobId(ids)
      jobs.push({ leadId: lead.id, id })
      if (answer === 'lost-made') throw new UnsureError('reset', 'SingleOps did not answer')
      return answer === 'taken-without-id' ? {} : { jobId: id }
    },

    async find(_account, contact, signal) {
      signal.throwIfAborted()
      const isAnswered = searches.shift() ?? true
      if (!isAnswered) throw new Error('SingleOps did not answer the search')
      return clients.filter((client) => shares(client.contact, contact))
    },
  }
}

function shares(one: Contact, other: Contact): boolean {
  const keys = [other.phone, other.mobile, other.email].filter((key) => key !== undefined)
  return [one.phone, one.mobile, one.email].some((key) => key !== undefined && keys.includes(key))
}
