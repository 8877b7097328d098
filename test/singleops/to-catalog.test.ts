import { describe, expect, it } from 'vitest'
import { customInputsAnswer, operationsAnswer } from '../../src/singleops/schemas.ts'
import { toCustomInputs, toOperation } from '../../src/singleops/to-catalog.ts'

const input = (parts: object) => ({
  id: 1,
  name: 'Input',
  input_type: 'text',
  resource_type: 'job',
  ...parts,
})
const read = (...inputs: object[]) => toCustomInputs(customInputsAnswer.parse(inputs.map(input)))

describe('toCustomInputs', () => {
  it.each([
    ['text', 'text'],
    ['text_area', 'long-text'],
    ['Text Area', 'long-text'],
    ['number', 'number'],
    ['date', 'date'],
    ['dropdown', 'dropdown'],
    ['multi_dropdown', 'multi-dropdown'],
    ['checkbox', 'checkbox'],
    ['signature', 'other'],
    ['constructor', 'other'],
  ])('knows the type %s as %s', (type, kind) => {
    expect(read({ input_type: type })[0]?.kind).toBe(kind)
  })

  it('shows an unknown type that has options as a dropdown', () => {
    const options = [{ key: 1, display: 'One' }, { key: 'two' }]

    expect(read({ input_type: 'pill_list', dropdown_options: options })[0]).toMatchObject({
      kind: 'dropdown',
      options: [
        { key: '1', display: 'One' },
        { key: 'two', display: 'two' },
      ],
    })
  })

  it.each([[[11, 12]], [['11', '12']], [[{ id: 11, name: 'Tree Care' }, { id: 12 }]]])(
    'reads the operations that it is limited to: %j',
    (operations) => {
      expect(read({ operations })[0]?.operations).toEqual(['11', '12'])
    },
  )

  it.each([[[]], [null], [undefined]])('applies to all operations when none is named: %j', (operations) => {
    expect(read({ operations })[0]).not.toHaveProperty('operations')
  })

  it('takes the inputs of jobs only, in their order', () => {
    const inputs = read({ id: 1, position: 2 }, { id: 2, resource_type: 'client' }, { id: 3, position: 1 })

    expect(inputs.map(({ id }) => id)).toEqual(['3', '1'])
  })
})

describe('toOperation', () => {
  it('goes by the name that people see', () => {
    const [operation] = operationsAnswer.parse([
      { id: 7, name: 'phc', display_name: 'Plant Health Care', active: true },
    ])

    expect(operation && toOperation(operation)).toEqual({ id: '7', name: 'Plant Health Care', active: true })
  })
})
