import { describe, expect, it } from 'vitest'
import { createDraft, type FormRequest, withDefaults } from '../../src/intake/begin-form.ts'
import type { AccountIntake } from '../../src/intake/settings.ts'
import { accountKey, draftId, operationId, userId } from '../../src/lead/ids.ts'
import { aCatalog, anAccount, LANDSCAPING, LEAD_SOURCE, SNOW, someSettings, TREE_CARE } from './an-account.ts'

const ID = draftId('01a20000-0000-7000-8000-0000000000d1')

function begin(
  request: Partial<FormRequest>,
  more: { account?: Partial<AccountIntake>; catalog?: object; last?: string } = {},
) {
  const account = anAccount(more.account)
  const draft = createDraft(
    { taker: userId('U0ANA'), wayIn: 'command', ...request },
    someSettings([account]),
    ID,
    0,
  )
  return withDefaults(
    draft,
    account,
    aCatalog(more.catalog),
    more.last === undefined ? undefined : operationId(more.last),
  )
}

const extraction = (change: object) =>
  ({ isLead: true, contact: {}, address: {}, evidence: {}, choices: [], cut: false, ...change }) as const

describe('the operation', () => {
  it('is preselected when there is only one active', () => {
    expect(begin({}, { catalog: { operations: [TREE_CARE, SNOW] } }).entry.operationId).toBe(TREE_CARE.id)
  })

  it('is the channel’s default before the one of last time', () => {
    const account = { defaultOperations: { C1: 'landscaping', '*': 'Tree Care' } }

    expect(begin({ channel: 'C1' }, { account, last: '1' }).entry.operationId).toBe(LANDSCAPING.id)
    expect(begin({ channel: 'C9' }, { account }).entry.operationId).toBe(TREE_CARE.id)
  })

  it('is the one of last time else, and says so', () => {
    const draft = begin({}, { last: '2' })

    expect(draft.entry.operationId).toBe(LANDSCAPING.id)
    expect(draft.hints).toMatchObject({ operation: 'As last time' })
  })

  it('is asked for when last time’s is not active any more', () => {
    expect(begin({}, { last: '3' }).entry).not.toHaveProperty('operationId')
  })
})

describe('the lead source', () => {
  it('is preset by the way in', () => {
    expect(begin({}).entry.customValues).toEqual({ [LEAD_SOURCE.id]: 'phone' })
    expect(begin({ wayIn: 'message' }).entry.customValues).toEqual({})
  })

  it('is what the text says where the account has such an option', () => {
    const draft = begin({ extraction: extraction({ source: 'Angi' }) })

    expect(draft.entry.customValues).toEqual({ [LEAD_SOURCE.id]: 'angi' })
  })

  it('falls back to the way in for a source that the account does not know', () => {
    const draft = begin({ extraction: extraction({ source: 'Carrier pigeon' }) })

    expect(draft.entry.customValues).toEqual({ [LEAD_SOURCE.id]: 'phone' })
  })
})

describe('what was read', () => {
  it('fills the form, the number that can be texted first, and marks weak readings', () => {
    const draft = begin({
      extraction: extraction({
        contact: {
          firstName: 'Nadia',
          lastName: 'Okafor',
          phone: '+14045550121 ext 4',
          mobile: '+14045550120',
        },
        address: { street: '12 Elm St', city: 'Marietta', state: 'GA' },
        notes: 'Stump',
        evidence: { phone: { confidence: 'weak', origin: 'from the signature' } },
      }),
    })

    expect(draft.entry).toMatchObject({
      phone: '404-555-0120',
      secondPhone: '404-555-0121 x4',
      name: 'Nadia Okafor',
      address: '12 Elm St, Marietta, GA',
      need: 'Stump',
    })
    expect(draft.hints).toMatchObject({ phone: 'From the signature; please check' })
  })

  it('keeps the rest of a text that is longer than the field, to be sent too', () => {
    const notes = 'a'.repeat(3500)

    const { entry } = begin({ extraction: extraction({ notes }) })

    expect(entry.need).toHaveLength(3000)
    expect(entry.rest).toEqual({ text: 'a'.repeat(500), send: true })
  })
})

it('takes the account of the channel, else the first', () => {
  const accounts = [anAccount(), anAccount({ key: accountKey('south'), channels: ['C2'] })]
  const accountOf = (request: Partial<FormRequest>) =>
    createDraft({ taker: userId('U0ANA'), wayIn: 'command', ...request }, someSettings(accounts), ID, 0)
      .account

  expect(accountOf({ channel: 'C2' })).toBe('south')
  expect(accountOf({ channel: 'C7' })).toBe('main')
  expect(accountOf({ channel: 'C7', account: accountKey('south') })).toBe('south')
})
