import type { ModalView } from '@slack/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeForm } from '../../../src/intake/describe-form.ts'
import type { CustomInput } from '../../../src/intake/ports.ts'
import type { Draft, ShownClient } from '../../../src/lead/draft.ts'
import { clientId, customInputId, operationId } from '../../../src/lead/ids.ts'
import { validateView } from '../../../src/sandbox/workspace/validate/validate-view.ts'
import { leadForm } from '../../../src/slack/views/form/lead-form.ts'
import { matchView } from '../../../src/slack/views/match.ts'
import { aDraft } from '../../intake/a-draft.ts'
import { aCatalog, anAccount, anInput, someSettings, TREE_CARE } from '../../intake/an-account.ts'

const refusals = (view: ModalView) => validateView(structuredClone(view)).map(({ message }) => message)

const wild = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: 'binary', maxLength }),
    fc.constantFrom(
      '',
      ' ',
      '🌳'.repeat(maxLength / 2),
      'א'.repeat(maxLength),
      '&<>*_~`'.repeat(maxLength / 7),
    ),
  )

describe('the form', () => {
  const kinds = [
    'text',
    'long-text',
    'number',
    'date',
    'dropdown',
    'multi-dropdown',
    'checkbox',
    'other',
  ] as const

  it('keeps Slack’s limits whatever the account has and whatever was typed', () => {
    const input = fc
      .record({
        kind: fc.constantFrom(...kinds),
        name: wild(300),
        required: fc.boolean(),
        count: fc.integer({ min: 0, max: 130 }),
      })
      .map(({ count, ...rest }) => ({
        ...rest,
        options: Array.from({ length: count }, (_, index) => ({
          key: `k${index}`,
          display: `${rest.name}${index}`,
        })),
      }))
    const inputs = fc.array(input, { maxLength: 20 })
    const operations = fc.array(wild(200), { minLength: 1, maxLength: 250 })
    fc.assert(
      fc.property(
        inputs,
        operations,
        wild(400),
        wild(4500),
        fc.boolean(),
        (custom, names, name, need, showsMore) => {
          const catalog = aCatalog({
            operations: names.map((one, index) => ({ id: operationId(index + 1), name: one, active: true })),
            customInputs: custom.map(
              (one, index): CustomInput => anInput({ ...one, id: customInputId(index + 100) }),
            ),
          })
          const draft = aDraft({
            showsMore,
            entry: {
              name,
              need: need.slice(0, 3000),
              rest: { text: need, send: true },
              address: name,
              phone: name,
              operationId: operationId(1),
              followUp: { kind: 'call', when: 'pick', date: '2026-11-01', time: '01:30', name, notes: need },
            },
            hints: { name, phone: need },
            choices: [{ field: 'phone', values: [{ value: name || 'x', origin: name }] }],
            offered: aClient({ name, line: name, warnings: [name] }),
          })
          const notice = need.trim() ? { notice: need } : {}
          const model = describeForm(
            { ...draft, ...notice },
            {
              settings: someSettings(),
              account: anAccount(),
              catalog,
              now: 0,
            },
          )

          expect(refusals(leadForm(model))).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the match', () => {
  it('keeps Slack’s limits whatever was found', () => {
    const client = fc.record({ name: wild(300), line: wild(300), warning: wild(300), reason: wild(200) })
    fc.assert(
      fc.property(
        fc.array(client, { maxLength: 30 }),
        wild(4000),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (clients, need, isSearching, failed, showsAll) => {
          const shown = clients.map((one, index) =>
            aClient({
              id: clientId(index + 1),
              name: one.name,
              line: one.line,
              warnings: [one.warning],
              reasons: [one.reason],
            }),
          )
          const view = matchView({
            draft: submitted(need, { shown, failed }),
            country: 'US',
            isSearching,
            showsAll,
          })

          expect(refusals(view)).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('has no inputs while it searches', () => {
    const view = matchView({
      draft: submitted('x', { shown: [aClient({})] }),
      country: 'US',
      isSearching: true,
      showsAll: false,
    })

    expect(view.blocks.filter((block) => block.type === 'input')).toEqual([])
    expect(view.submit).toBeUndefined()
  })

  it('offers no submit when the search failed and found nobody', () => {
    const view = matchView({
      draft: submitted('x', { failed: true, complete: false }),
      country: 'US',
      isSearching: false,
      showsAll: false,
    })

    expect(view.submit).toBeUndefined()
    expect(JSON.stringify(view.blocks)).toContain('Save: decide later')
  })
})

function aClient(change: Partial<ShownClient>): ShownClient {
  return {
    id: clientId(7),
    name: 'Jane Smith',
    line: '200 Main St, Marietta',
    strength: 'strong',
    reasons: ['same mobile'],
    warnings: [],
    newFacts: [],
    ...change,
  }
}

function submitted(need: string, match: Partial<NonNullable<Draft['match']>>) {
  return {
    ...aDraft({ state: 'submitted', revision: 1 }),
    prepared: {
      contact: { firstName: need.slice(0, 200), mobile: '+14045550120' },
      address: { street: need.slice(0, 200) },
      operation: { id: TREE_CARE.id, name: need.slice(0, 80) || 'Tree Care' },
      jobName: need.slice(0, 41),
      need,
      customValues: [{ inputId: customInputId(1), name: need.slice(0, 90), value: need }],
    },
    match: { revision: 1, shown: [], asked: true, complete: true, failed: false, ...match },
  }
}
