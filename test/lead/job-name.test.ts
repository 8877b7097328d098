import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeJobName } from '../../src/lead/job-name.ts'

describe('composeJobName', () => {
  it.each([
    ['oak on fence', '200 Main St', 'oak on fence – 200 Main St'],
    ['Oak on fence. Gate is open.', '200 Main St', 'Oak on fence – 200 Main St'],
    ['Hi there,\n\nstump grinding\nThanks', '9 Oak Ln', 'stump grinding – 9 Oak Ln'],
    [
      'removal of three large oak trees behind the house',
      '200 Main St',
      'removal of three large oak – 200 Main St',
    ],
    [
      'removing three oaks at the back',
      '1200 Johnson Ferry Road Northeast',
      'removing three – 1200 Johnson Ferry Road',
    ],
    [
      'Can somebody take this one?\nwe have two dead pines close to the driveway and would like a quote.',
      '12 Elm St',
      'two dead pines – 12 Elm St',
    ],
    ['I would like to have a quote for stump grinding.', '9 Oak Ln', 'stump grinding – 9 Oak Ln'],
    ['Please call me back', '9 Oak Ln', 'call me back – 9 Oak Ln'],
    ['oak on fence', undefined, 'oak on fence'],
    ['', '200 Main St', '200 Main St'],
    ['  ', undefined, ''],
  ])('names %j at %j', (need, street, name) => {
    expect(composeJobName(need, street === undefined ? {} : { street })).toBe(name)
  })

  it('keeps the cap and ends between two graphemes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 120 })
    fc.assert(
      fc.property(text, text, (need, street) => {
        const name = composeJobName(need, { street })

        expect(name.length).toBeLessThanOrEqual(41)
        expect(name.isWellFormed()).toBe(true)
      }),
    )
  })
})
