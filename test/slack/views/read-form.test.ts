import type { ViewOutput } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { blockIdOf, type FormField } from '../../../src/slack/views/form/field-ids.ts'
import { toFormErrors } from '../../../src/slack/views/form/form-errors.ts'
import { fieldsFromMessage, readForm } from '../../../src/slack/views/form/read-form.ts'
import { aDraft } from '../../intake/a-draft.ts'

const NOW = aDraft({ editions: { phone: 1 } })

function stateOf(fields: Partial<Record<FormField, object>>, draft = NOW): Pick<ViewOutput, 'state'> {
  const values = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      blockIdOf(draft, field as FormField),
      { element: { type: 'plain_text_input', ...value } },
    ]),
  )
  return { state: { values } }
}

const custom = (value: object) => stateOf({ 'custom:12': value } as Partial<Record<FormField, object>>)

describe('readForm', () => {
  it('takes what is typed, and null for cleared', () => {
    const draft = { ...NOW, entry: { name: 'Nadia', email: 'n@mail.example' } }

    const entry = readForm(stateOf({ name: { value: 'Ada' }, email: { value: null } }), draft)

    expect(entry).toEqual({ name: 'Ada' })
  })

  it('keeps what is not shown', () => {
    expect(readForm(stateOf({ name: { value: 'Ada' } }), { ...NOW, entry: { jobName: 'Oak' } })).toEqual({
      jobName: 'Oak',
      name: 'Ada',
    })
  })

  it('falls back to what an update had put in where Slack sends nothing, and says which fields', () => {
    const draft = { ...NOW, prefilledByUpdate: { [blockIdOf(NOW, 'name')]: 'Ada' } }
    const state = stateOf({ name: { value: null }, email: { value: 'a@mail.example' } })

    expect(readForm(state, draft)).toEqual({ name: 'Ada', email: 'a@mail.example' })
    expect(fieldsFromMessage(state, draft)).toEqual(['name'])
  })

  it('does not read a field as it was before it was filled anew', () => {
    const draft = { ...NOW, entry: { phone: '404-555-0120' } }
    const before = stateOf({ phone: { value: null } }, aDraft())

    expect(readForm(before, draft)).toEqual({ phone: '404-555-0120' })
    expect(fieldsFromMessage(before, draft)).toEqual([])
  })

  it.each([
    [{ type: 'static_select', selected_option: { value: 'a' } }, 'a'],
    [{ type: 'multi_static_select', selected_options: [{ value: 'a' }, { value: 'b' }] }, 'a\nb'],
    [{ type: 'checkboxes', selected_options: [{ value: 'true' }] }, 'true'],
    [{ type: 'datepicker', selected_date: '2026-12-01' }, '2026-12-01'],
    [{ type: 'number_input', value: '12.5' }, '12.5'],
  ])('reads a custom input of %j', (value, text) => {
    expect(readForm(custom(value), NOW).customValues).toEqual({ 12: text })
  })

  it.each([{ selected_options: [] }, { selected_option: null }, { value: '  ' }])(
    'reads an empty custom input of %j as none',
    (value) => {
      const draft = { ...NOW, entry: { customValues: { 12: 'x' } } }

      expect(readForm(custom(value), draft).customValues).toEqual({})
    },
  )

  it('reads the follow-up as one', () => {
    const state = stateOf({
      followUp: { selected_option: { value: 'visit' } },
      when: { selected_option: { value: 'pick' } },
      date: { selected_date: '2026-12-01' },
      time: { selected_time: '09:30' },
      allDay: { selected_options: [] },
    })

    expect(readForm(state, NOW).followUp).toEqual({
      kind: 'visit',
      when: 'pick',
      date: '2026-12-01',
      time: '09:30',
      allDay: false,
    })
  })
})

describe('toFormErrors', () => {
  const shown = (...fields: FormField[]) => fields.map((field) => blockIdOf(NOW, field))

  it('puts each problem beside its field, several in one place below each other', () => {
    const errors = toFormErrors(
      [
        { field: 'phone', text: 'one' },
        { field: 'state', text: 'two' },
        { field: 'postalCode', text: 'three' },
      ],
      shown('phone', 'address'),
    )

    expect(errors).toEqual({ [blockIdOf(NOW, 'phone')]: 'one', [blockIdOf(NOW, 'address')]: 'two\nthree' })
  })

  it('loses none where the field is not shown at all', () => {
    expect(toFormErrors([{ field: 'jobName', text: 'x' }], shown('email'))).toEqual({
      [blockIdOf(NOW, 'email')]: 'x',
    })
  })
})
