import { expect, it } from 'vitest'
import { judgeLook } from '../../src/delivery/judge-look.ts'
import { clientId } from '../../src/lead/ids.ts'
import { aContent, aLead } from './a-lead.ts'

const contact = { firstName: 'Jane', lastName: 'Smith', phone: '+17705550123', email: 'jane@example.com' }
const lead = aLead({ content: aContent({ contact }) })
const ours = { id: clientId(1), contact }
const joe = { id: clientId(2), contact: { ...contact, firstName: 'Joe' } }
const shouted = { id: clientId(3), contact: { ...contact, firstName: ' JANE', email: 'Jane@Example.com' } }
const richer = { id: clientId(4), contact: { ...contact, mobile: '+17705550199' } }
const rival = aLead({ content: aContent({ contact }) })
const rivalJoe = aLead({ content: aContent({ contact: joe.contact }) })

it.each([
  { why: 'nobody is there', found: [], known: [], rivals: [], verdict: 'nothing' },
  { why: 'only old clients are there', found: [joe], known: [joe], rivals: [], verdict: 'nothing' },
  { why: 'exactly our client has come up', found: [ours], known: [], rivals: [], verdict: 'proved' },
  {
    why: 'ours has come up beside an old one',
    found: [joe, ours],
    known: [joe],
    rivals: [],
    verdict: 'proved',
  },
  { why: 'ours has come up in other letters', found: [shouted], known: [], rivals: [], verdict: 'proved' },
  { why: 'a rival has another name', found: [ours], known: [], rivals: [rivalJoe], verdict: 'proved' },
  { why: 'a rival can own it', found: [ours], known: [], rivals: [rival], verdict: 'uncertain' },
  { why: 'it was there before', found: [ours], known: [ours], rivals: [], verdict: 'uncertain' },
  {
    why: 'what was there before is unknown',
    found: [ours],
    known: undefined,
    rivals: [],
    verdict: 'uncertain',
  },
  { why: 'somebody with our number has come up', found: [joe], known: [], rivals: [], verdict: 'uncertain' },
  {
    why: 'it has a number that we did not send',
    found: [richer],
    known: [],
    rivals: [],
    verdict: 'uncertain',
  },
  { why: 'two have come up', found: [ours, shouted], known: [], rivals: [], verdict: 'uncertain' },
])('says $verdict when $why', ({ found, known, rivals, verdict }) => {
  const knownIds = known?.map(({ id }) => id)

  const said = judgeLook(lead, found, knownIds, rivals)

  expect(said).toBe(verdict)
})
