import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Task } from '../../src/lead/follow-up.ts'
import { clientId, customInputId } from '../../src/lead/ids.ts'
import type { CustomField } from '../../src/singleops/custom-values.ts'
import { toJobRequest } from '../../src/singleops/job-request.ts'
import { aLead } from './a-lead.ts'
import { anAccount } from './settings.ts'

const nothingKnown = { customInputs: new Map<string, CustomField>() }

// The second 1:30 of that night.
function aTask(parts: Partial<Task> = {}): Task {
  return {
    name: 'Sam: call Jane Smith',
    onSite: false,
    start: '2026-11-01T01:30:00',
    stop: '2026-11-01T02:30:00',
    startsAt: Date.UTC(2026, 10, 1, 6, 30),
    stopsAt: Date.UTC(2026, 10, 1, 7, 30),
    allDay: false,
    ...parts,
  }
}

function inputs(...fields: (Partial<CustomField> & { id: CustomField['id'] })[]) {
  const full = fields.map(
    (field): CustomField => ({ name: `Input ${field.id}`, kind: 'text', options: [], ...field }),
  )
  return { customInputs: new Map(full.map((field) => [field.id, field])) }
}

describe('toJobRequest', () => {
  it('enters a new client with contact and billing address', () => {
    const body = toJobRequest(aLead(), anAccount({ phoneSearchSeesMobile: true }), nothingKnown)

    expect(body).toEqual({
      job: {
        client_id: '',
        operation_id: 11,
        name: 'Oak on fence – 200 Main St',
        notes: 'Oak on the fence\nLH-7K2M9Q',
      },
      portal_lead: { first_name: 'Jane', last_name: 'Smith', mobile: '770-555-0123' },
      bill_addr_1: '200 Main St',
      bill_addr_2: 'Apt 4',
      bill_addr_city: 'Marietta',
      bill_addr_state: 'GA',
      bill_addr_postal_code: '30060',
      visit: { visit_stage_id: 8 },
    })
  })

  it('writes a lone mobile under phone too while nobody knows that the search sees mobiles', () => {
    const body = toJobRequest(aLead(), anAccount(), nothingKnown)

    expect(body.portal_lead).toMatchObject({ phone: '770-555-0123', mobile: '770-555-0123' })
  })

  it('sends nothing but the number of an existing client', () => {
    const client = { kind: 'existing', id: clientId(12345), name: 'Jane Smith', newFacts: [] } as const

    const body = toJobRequest(aLead({ client }), anAccount(), nothingKnown)

    expect(body.job.client_id).toBe(12345)
    expect(Object.keys(body).sort()).toEqual(['job', 'visit'])
    expect(body.job.notes).toContain('SITE: 200 Main St, Apt 4, Marietta, GA 30060')
  })

  it('refuses to send a lead whose client nobody has chosen', () => {
    expect(() => toJobRequest(aLead({ client: { kind: 'undecided' } }), anAccount(), nothingKnown)).toThrow(
      RangeError,
    )
  })

  it.each([
    ['local', '2026-11-01 01:30:00', '2026-11-01 02:30:00'],
    ['utc', '2026-11-01 06:30:00', '2026-11-01 07:30:00'],
  ] as const)(
    'writes task times as SingleOps reads them, also where the clocks go back: %s',
    (taskTimes, start, stop) => {
      const lead = aLead({ task: aTask() })

      const body = toJobRequest(lead, anAccount({ taskTimes }), nothingKnown)

      expect(body).toMatchObject({
        job_task_create: true,
        task: { start, stop, on_site: false, all_day: false },
      })
    },
  )

  it.each([
    ['checkbox', 'true', true],
    ['checkbox', 'false', false],
    ['number', '12.5', 12.5],
    ['date', '2026-11-23', '2026-11-23'],
    ['dropdown', 'ref', 'ref'],
    ['dropdown', 'Referral', 'ref'],
    ['multi-dropdown', 'ref\nweb', ['ref', 'web']],
    ['long-text', 'a\nb', 'a\nb'],
    ['other', 'as it is', 'as it is'],
  ] as const)('sends the value of a %s input in its form: %s', (kind, value, sent) => {
    const id = customInputId(21)
    const options = [
      { key: 'ref', display: 'Referral' },
      { key: 'web', display: 'Web form' },
    ]

    const lead = aLead({ customValues: [{ inputId: id, name: 'Input', value }] })
    const body = toJobRequest(lead, anAccount(), inputs({ id, kind, options }))

    expect(body.job.custom_field_values).toEqual([{ custom_input_id: 21, value: sent }])
  })

  it('puts the reference into the input that the settings name', () => {
    const context = inputs({ id: customInputId(33), name: 'Leadhand no.' })

    const body = toJobRequest(aLead(), anAccount({ referenceInput: 'leadhand NO.' }), context)

    expect(body.job.custom_field_values).toEqual([{ custom_input_id: 33, value: 'LH-7K2M9Q' }])
  })

  it('keeps every cap, whatever was typed', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 6000 })
    fc.assert(
      fc.property(anything, anything, anything, (a, b, c) => {
        const task = aTask({ name: a, notes: b })
        const body = toJobRequest(
          aLead({
            jobName: a,
            need: b,
            task,
            contact: { firstName: a, lastName: b, companyName: c, email: c },
            address: { street: a, unit: b, city: c, state: a, postalCode: b },
          }),
          anAccount(),
          nothingKnown,
        )

        expect(body.job.name?.length ?? 0).toBeLessThanOrEqual(41)
        expect(body.job.notes.length).toBeLessThanOrEqual(4000)
        expect(body.task?.name.length).toBeLessThanOrEqual(41)
        expect(body.task?.notes?.length ?? 0).toBeLessThanOrEqual(4000)
        expect('bill_addr_state' in body ? (body.bill_addr_state?.length ?? 0) : 0).toBeLessThanOrEqual(5)
        for (const text of Object.values(body.portal_lead ?? {})) expect(text.length).toBeLessThanOrEqual(255)
      }),
      { numRuns: 40 },
    )
  })
})
