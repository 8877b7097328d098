import { describe, expect, it } from 'vitest'
import { accountKey, clientId, operationId } from '../../src/lead/ids.ts'
import type { LeadContent } from '../../src/lead/lead.ts'
import { cardChannels } from '../../src/notifications/card-channels.ts'
import type { CardRule, CardRules } from '../../src/notifications/settings.ts'
import { aContent, aLead } from '../delivery/a-lead.ts'
import { notificationSettings as settings } from './newsroom.ts'

const lead = (content: Partial<LeadContent>) => aLead({ content: aContent(content) })
const byRules = (
  content: Partial<LeadContent>,
  rules: readonly CardRule[],
  match: CardRules['match'] = 'first',
) => cardChannels(lead(content), { ...settings, rules: { match, rules } })

const TREES = { operation: { id: operationId('7'), name: 'Tree Care' } }
const IN_300 = { address: { street: '1 Main St', postalCode: '30060' } }
const KNOWN = {
  client: { kind: 'existing' as const, id: clientId('5'), name: 'Jane Smith', newFacts: [] },
}

describe('a rule', () => {
  it.each<{
    what: string
    rule: Omit<CardRule, 'channel'>
    fits: Partial<LeadContent>
    not: Partial<LeadContent>
  }>([
    {
      what: 'an operation’s name',
      rule: { operations: ['tree  care'] },
      fits: TREES,
      not: { operation: { id: operationId('9'), name: 'Lawn' } },
    },
    {
      what: 'an operation’s number',
      rule: { operations: ['7'] },
      fits: TREES,
      not: { operation: { id: operationId('71'), name: 'Snow' } },
    },
    {
      what: 'a ZIP’s beginning',
      rule: { zips: ['301', '300'] },
      fits: IN_300,
      not: { address: { postalCode: '13006' } },
    },
    { what: 'a ZIP where none is known', rule: { zips: ['3'] }, fits: IN_300, not: { address: {} } },
    {
      what: 'a Canadian area',
      rule: { zips: ['k1a'] },
      fits: { address: { postalCode: 'K1A 0B1' } },
      not: IN_300,
    },
    { what: 'a source', rule: { sources: ['angi'] }, fits: { source: 'Angi' }, not: { source: 'Angie' } },
    { what: 'a new client', rule: { client: 'new' }, fits: { client: { kind: 'new' } }, not: KNOWN },
    {
      what: 'a known client',
      rule: { client: 'existing' },
      fits: KNOWN,
      not: { client: { kind: 'undecided' } },
    },
    {
      what: 'all that it names',
      rule: { client: 'existing', zips: ['300'] },
      fits: { ...KNOWN, ...IN_300 },
      not: KNOWN,
    },
  ])('goes by $what', ({ rule, fits, not }) => {
    const rules = [{ ...rule, channel: 'CRULE' }]

    expect(byRules(fits, rules)).toEqual(['CRULE'])
    expect(byRules(not, rules)).not.toContain('CRULE')
  })

  it('goes by the account', () => {
    const rules = [{ channel: 'CRULE', accounts: [accountKey('elsewhere')] }]

    expect(byRules({}, rules)).not.toContain('CRULE')
    expect(byRules({}, [{ channel: 'CRULE', accounts: [lead({}).account] }])).toEqual(['CRULE'])
  })
})

const RULES: readonly CardRule[] = [
  { channel: 'CTREES', operations: ['Tree Care'] },
  { channel: 'CZIP', zips: ['300'] },
  { channel: 'CTREES', client: 'new' },
]

it('takes the first rule that fits, or each one, and no channel twice', () => {
  const content = { ...TREES, ...IN_300, client: { kind: 'new' as const } }

  expect(byRules(content, RULES)).toEqual(['CTREES'])
  expect(byRules(content, RULES, 'all')).toEqual(['CTREES', 'CZIP'])
})

it('leaves a lead that fits no rule to its account’s channels', () => {
  const content = { operation: { id: operationId('9'), name: 'Lawn' }, ...KNOWN, address: {} }

  expect(byRules(content, RULES, 'all')).toEqual(['CLAWN'])
})
