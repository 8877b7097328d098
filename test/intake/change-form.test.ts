import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeForm, type FormChange } from '../../src/intake/change-form.ts'
import { prepareLead } from '../../src/intake/prepare-lead.ts'
import type { Draft, Entry } from '../../src/lead/draft.ts'
import { accountKey, customInputId, operationId } from '../../src/lead/ids.ts'
import { aDraft } from './a-draft.ts'
import { aCatalog, anAccount, FOLLOW_UP, LEAD_SOURCE, someSettings, TREE_CARE } from './an-account.ts'

const north = anAccount()
const south = anAccount({ key: accountKey('south'), name: 'South' })
const southern = { id: operationId(501), name: 'Tree Care', active: true }
const catalogs = new Map([
  [north.key, aCatalog()],
  [
    south.key,
    aCatalog({ operations: [southern], customInputs: [{ ...LEAD_SOURCE, id: customInputId(510) }] }),
  ],
])

function change(draft: Draft, what: FormChange): Draft {
  return changeForm(draft, what, {
    settings: someSettings([north, south]),
    catalog: (key) => catalogs.get(key),
    lastOperation: () => undefined,
  })
}

const contactOf = (draft: Draft) => {
  const prepared = prepareLead(draft, {
    account: north,
    catalog: aCatalog(),
    followUp: FOLLOW_UP,
    takerName: 'Ana',
    now: 0,
  })
  return prepared.kind === 'ready' ? { ...prepared.content } : prepared
}

const extraction = (contact: object, notes?: string) =>
  ({
    isLead: true,
    contact,
    address: {},
    evidence: {},
    choices: [],
    cut: false,
    ...(notes && { notes }),
  }) as const

describe('more fields', () => {
  it('shows how the short ones were read', () => {
    const draft = aDraft({ entry: { name: 'Nadia van der Berg', address: '12 Elm St, Marietta, GA 30060' } })

    expect(change(draft, { kind: 'more', show: true }).entry).toMatchObject({
      firstName: 'Nadia',
      lastName: 'van der Berg',
      street: '12 Elm St',
      city: 'Marietta',
      state: 'GA',
      postalCode: '30060',
    })
  })

  it('shows changed parts in the short fields again', () => {
    const shown = change(aDraft({ entry: { name: 'Nadia Okafor' } }), { kind: 'more', show: true })
    const edited = { ...shown, entry: { ...shown.entry, lastName: 'Lee' } }
    const { name: _, ...parts } = edited.entry

    expect(change({ ...edited, entry: parts }, { kind: 'more', show: false }).entry.name).toBe('Nadia Lee')
  })

  it('loses nothing, however often it is switched', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/u)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.array(fc.boolean()),
        (words, switches) => {
          const entry: Entry = {
            phone: '404-555-0120',
            name: words.join(' '),
            address: '12 Elm St, Marietta, GA 30060',
            need: 'x',
            operationId: TREE_CARE.id,
            customValues: { [LEAD_SOURCE.id]: 'phone' },
          }
          const before = aDraft({ entry })

          const after = switches.reduce((draft, show) => change(draft, { kind: 'more', show }), before)

          expect(contactOf(after)).toEqual(contactOf(before))
        },
      ),
    )
  })

  it('gives each field that is filled anew a new identity', () => {
    const draft = change(aDraft(), { kind: 'more', show: true })

    expect(draft.editions).toMatchObject({ firstName: 1, street: 1 })
    expect(draft.editions).not.toHaveProperty('phone')
  })
})

describe('fill in', () => {
  it('fills empty fields and keeps what was typed', () => {
    const draft = aDraft({ entry: { name: 'Nadia O.', pasted: 'nadia okafor 404 555 0120' } })
    const read = extraction({ firstName: 'Nadia', lastName: 'Okafor', mobile: '+14045550120' }, 'stump')

    const filled = change(draft, { kind: 'filled-in', extraction: read })

    expect(filled.entry).toMatchObject({ name: 'Nadia O.', phone: '404-555-0120' })
    expect(filled.entry.need).toBe('stump\nName: Nadia Okafor')
    expect(filled.entry).not.toHaveProperty('pasted')
    expect(contactOf(filled)).not.toMatchObject({ contact: { lastName: 'Okafor' } })
    expect(filled.editions).toMatchObject({ phone: 1, need: 1, pasted: 1 })
    expect(filled.editions).not.toHaveProperty('name')
  })
})

describe('another account', () => {
  it('drops what means nothing there and keeps the rest', () => {
    const draft = aDraft({
      entry: {
        phone: '404-555-0120',
        name: 'Nadia',
        operationId: TREE_CARE.id,
        customValues: { [LEAD_SOURCE.id]: 'angi' },
      },
    })

    const moved = change(draft, { kind: 'account', account: south.key })

    expect(moved.account).toBe('south')
    expect(moved.entry).toMatchObject({ phone: '404-555-0120', name: 'Nadia', operationId: southern.id })
    expect(moved.entry.customValues).toEqual({ [customInputId(510)]: 'phone' })
  })

  it('forgets the client of the old one', () => {
    const chosenClient = { id: '7', name: 'Jane' } as unknown as NonNullable<Draft['chosenClient']>
    const draft = aDraft({ chosenClient, offered: chosenClient })

    const moved = change(draft, { kind: 'account', account: south.key })

    expect(moved).not.toHaveProperty('chosenClient')
    expect(moved).not.toHaveProperty('offered')
  })
})

it('takes an offered value only when it is picked', () => {
  const choices: Draft['choices'] = [
    {
      field: 'phone',
      values: [
        { value: '404-555-0120', origin: 'cell' },
        { value: '404-555-0121', origin: 'office' },
      ],
    },
  ]

  const picked = change(aDraft({ choices }), { kind: 'picked', field: 'phone', value: '404-555-0121' })

  expect(picked.entry.phone).toBe('404-555-0121')
  expect(picked.choices).toEqual([])
  expect(picked.editions).toMatchObject({ phone: 1 })
})
