import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareLead } from '../../src/intake/prepare-lead.ts'
import type { Draft, Entry } from '../../src/lead/draft.ts'
import { customInputId, operationId } from '../../src/lead/ids.ts'
import { CAPS } from '../../src/lead/limits.ts'
import { aDraft } from './a-draft.ts'
import {
  aCatalog,
  anAccount,
  anInput,
  FOLLOW_UP,
  LANDSCAPING,
  LEAD_SOURCE,
  SNOW,
  TREE_CARE,
} from './an-account.ts'

const GOOD: Entry = {
  phone: '(404) 555-0120',
  name: 'Nadia Okafor',
  operationId: TREE_CARE.id,
  customValues: { [LEAD_SOURCE.id]: 'phone' },
}

function prepare(entry: Entry, more: { account?: object; catalog?: object; draft?: Partial<Draft> } = {}) {
  return prepareLead(aDraft({ entry, ...more.draft }), {
    account: anAccount(more.account),
    catalog: aCatalog(more.catalog),
    followUp: FOLLOW_UP,
    takerName: 'Ana',
    now: 0,
  })
}

function fieldsWrongIn(result: ReturnType<typeof prepare>): string[] {
  return result.kind === 'wrong' ? result.problems.map(({ field }) => field) : []
}

it('makes a lead’s content of what was typed', () => {
  const result = prepare({
    ...GOOD,
    address: '12 Elm St Apt 4, Marietta, Georgia 30060',
    email: ' nadia@mail.example ',
    need: 'Oak leaning on the fence',
  })

  expect(result).toMatchObject({
    kind: 'ready',
    content: {
      contact: {
        firstName: 'Nadia',
        lastName: 'Okafor',
        mobile: '+14045550120',
        email: 'nadia@mail.example',
      },
      address: { street: '12 Elm St', unit: 'Apt 4', city: 'Marietta', state: 'GA', postalCode: '30060' },
      operation: { id: TREE_CARE.id, name: 'Tree Care' },
      need: 'Oak leaning on the fence',
      source: 'Phone',
      customValues: [{ inputId: LEAD_SOURCE.id, value: 'phone', display: 'Phone' }],
    },
  })
})

it.each<[string, Entry, string[]]>([
  ['nothing at all', {}, ['operation', 'name', 'phone', `custom:${LEAD_SOURCE.id}`]],
  ['an impossible number', { ...GOOD, phone: '12' }, ['phone']],
  ['an impossible second number', { ...GOOD, secondPhone: '999' }, ['secondPhone']],
  ['no email address', { ...GOOD, email: 'jane@' }, ['email']],
  ['an inactive operation', { ...GOOD, operationId: SNOW.id }, ['operation']],
  ['an unknown operation', { ...GOOD, operationId: operationId(99) }, ['operation']],
  [
    'an option that is gone',
    { ...GOOD, customValues: { [LEAD_SOURCE.id]: 'fax' } },
    [`custom:${LEAD_SOURCE.id}`],
  ],
  ['an unknown state', { ...GOOD, street: '1 Elm St', state: 'Narnia' }, ['state']],
  ['a long job name', { ...GOOD, jobName: 'x'.repeat(CAPS.jobName + 1) }, ['jobName']],
  ['a need that has no room', { ...GOOD, need: 'x'.repeat(4000) }, ['need']],
  ['a follow-up without time', { ...GOOD, followUp: { kind: 'call', when: 'pick' } }, ['date']],
])('refuses %s beside its field', (_, entry, fields) => {
  expect(fieldsWrongIn(prepare(entry)).toSorted()).toEqual(fields.toSorted())
})

it('says of a text with a rest that the rest can be left out', () => {
  const rest = { text: 'x'.repeat(1500), send: true }

  const long = prepare({ ...GOOD, need: 'x'.repeat(3000), rest })

  expect(long).toMatchObject({ problems: [{ field: 'need', text: expect.stringContaining('untick') }] })
})

it('needs no name and nothing to reach a client by who is chosen already', () => {
  const { phone: _, name: __, ...rest } = GOOD
  const chosenClient = {
    id: '7',
    name: 'Jane Smith',
    line: '',
    strength: 'strong',
    reasons: [],
    warnings: [],
    newFacts: [],
  } as unknown as NonNullable<Draft['chosenClient']>

  expect(prepare(rest, { draft: { chosenClient } }).kind).toBe('ready')
})

describe('phones', () => {
  it('keeps an extension and puts such a number into phone, not mobile', () => {
    const result = prepare({ ...GOOD, phone: '404-555-0120 ext 12' })

    expect(result).toMatchObject({ content: { contact: { phone: '+14045550120 ext 12' } } })
    expect(result).not.toMatchObject({ content: { contact: { mobile: expect.anything() } } })
  })

  it('puts the first number that can be texted into mobile and the other one into phone', () => {
    const result = prepare({ ...GOOD, phone: '800-555-0199', secondPhone: '404-555-0120' })

    expect(result).toMatchObject({ content: { contact: { mobile: '+14045550120', phone: '+18005550199' } } })
  })

  it('says that it took the default area code', () => {
    const result = prepare({ ...GOOD, phone: '555-0120' })

    expect(result).toMatchObject({
      hints: { phone: 'Area code 770 was assumed.' },
      content: { contact: { mobile: '+17705550120' } },
    })
  })

  it('takes the same number only once', () => {
    const result = prepare({ ...GOOD, secondPhone: '404.555.0120' })

    expect(result).not.toMatchObject({ content: { contact: { phone: expect.anything() } } })
  })
})

describe('custom inputs', () => {
  const gate = anInput({ id: customInputId(11), name: 'Gate code' })
  const trees = anInput({
    id: customInputId(12),
    name: 'Trees',
    kind: 'number',
    required: true,
    operations: [LANDSCAPING.id],
  })
  const division = anInput({ id: customInputId(13), name: 'Division', required: true })
  const catalog = { customInputs: [LEAD_SOURCE, gate, trees, division] }
  const account = { customInputs: { division: { kind: 'hide', value: 'Residential' } } }

  it('sends the value of a hidden input without asking', () => {
    const result = prepare(GOOD, { catalog, account })

    expect(result).toMatchObject({ kind: 'ready' })
    expect(result.kind === 'ready' && result.content.customValues).toContainEqual({
      inputId: division.id,
      name: 'Division',
      value: 'Residential',
      display: 'Residential',
    })
  })

  it('calls the lead source what a hidden input for it always sends', () => {
    const hidden = { customInputs: { 'Lead Source': { kind: 'hide', value: 'Web form' } } }
    const result = prepare(GOOD, { account: hidden })

    expect(result).toMatchObject({ kind: 'ready', content: { source: 'Web form' } })
  })

  it('asks for a required input only where it applies to the operation', () => {
    const there = prepare({ ...GOOD, operationId: LANDSCAPING.id }, { catalog, account })

    expect(fieldsWrongIn(there)).toEqual([`custom:${trees.id}`])
  })

  it('leaves out what was typed for another operation', () => {
    const result = prepare(
      { ...GOOD, customValues: { ...GOOD.customValues, [trees.id]: '3' } },
      { catalog, account },
    )

    expect(result.kind === 'ready' && result.content.customValues.map(({ name }) => name)).not.toContain(
      'Trees',
    )
  })

  it('takes no words for a number', () => {
    const entry = {
      ...GOOD,
      operationId: LANDSCAPING.id,
      customValues: { ...GOOD.customValues, [trees.id]: 'three' },
    }

    expect(fieldsWrongIn(prepare(entry, { catalog, account }))).toEqual([`custom:${trees.id}`])
  })
})

it('never makes content that breaks SingleOps’ caps, whatever is typed', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 600 })
  fc.assert(
    fc.property(text, text, text, text, (name, need, street, jobName) => {
      const result = prepare({ ...GOOD, name, need, street, jobName: jobName.slice(0, 50) })

      if (result.kind !== 'ready') return
      const { contact, address, content } = { ...result.content, content: result.content }
      for (const value of [...Object.values(contact), ...Object.values(address)]) {
        expect(value?.length ?? 0).toBeLessThanOrEqual(CAPS.portalField)
      }
      expect(content.jobName.length).toBeLessThanOrEqual(CAPS.jobName)
      expect(content.need.length).toBeLessThanOrEqual(CAPS.jobNotes)
    }),
  )
})
