import { describe, expect, it } from 'vitest'
import type { ShownClient } from '../../../src/lead/draft.ts'
import { clientId } from '../../../src/lead/ids.ts'
import { wholeWarnings, whyLine } from '../../../src/slack/views/why.ts'

const CAP = 73

function aClient(reasons: readonly string[], warnings: readonly string[]): ShownClient {
  return {
    id: clientId(7),
    name: 'Jane Smith',
    line: '200 Main St, Marietta',
    strength: 'strong',
    reasons,
    warnings,
    newFacts: [],
  }
}

const PAST_DUE = 'on hold: Past due more than 90 days, call office'
const ORDER = 'notice: Requires two weeks notice and a purchase order before any visit'

describe('whyLine', () => {
  it.each([
    [
      'says all of it where it has room',
      ['same phone'],
      ['on hold: Past due'],
      'same phone · ⚠ on hold: Past due',
    ],
    ['needs no warnings', ['same phone', 'same name'], [], 'same phone, same name'],
    [
      'keeps every reason and what kind each warning is',
      ['same phone', 'same name', 'same address'],
      [PAST_DUE, ORDER],
      'same phone, same name, same address · ⚠ on hold · ⚠ notice',
    ],
    [
      'cuts reasons before it leaves a warning out',
      ['same number, one without extension', 'same email', 'similar name', 'same company', 'same address'],
      [PAST_DUE, ORDER],
      'same number, one without extension, same email, s… · ⚠ on hold · ⚠ notice',
    ],
  ])('%s', (_, reasons, warnings, line) => {
    expect(whyLine(aClient(reasons, warnings), CAP)).toBe(line)
  })

  it('never leaves the reasons out for warnings', () => {
    const line = whyLine(
      aClient(
        ['same phone', 'same name'],
        [
          'archived',
          PAST_DUE,
          ORDER,
          'not confirmed by the office yet',
          'Jane Alexandra Smith-Worthington was merged into this client',
        ],
      ),
      CAP,
    )

    expect(line).toMatch(/^same phone, same name · ⚠ archived · ⚠ on hold/u)
  })
})

describe('wholeWarnings', () => {
  it('says in full what the choice had no room for', () => {
    const blocks = wholeWarnings(aClient(['same phone', 'same name', 'same address'], [PAST_DUE, ORDER]))

    expect(blocks).toMatchObject([{ text: { text: `⚠ ${PAST_DUE}\n⚠ ${ORDER}` } }])
  })

  it('says nothing twice', () => {
    expect(wholeWarnings(aClient(['same phone'], ['archived']))).toEqual([])
  })
})
