import { describe, expect, it } from 'vitest'
import { applyCorrections } from '../../src/extract/corrections.ts'
import { dropSpelling, writeSpokenEmails, writeSpokenNumbers } from '../../src/extract/spoken.ts'

describe('writeSpokenNumbers', () => {
  it.each([
    ['his number is four oh two five five five oh one seven six', 'his number is 402-555-0176'],
    ['seven seventy five fifty five oh one twenty three', '770-555-0123'],
    ['nine seven zero triple five oh one six six', '970-555-0166'],
    ['at fourteen Thornwood Drive', 'at 14 Thornwood Drive'],
    ['twenty five thirteen oak hill road', '2513 oak hill road'],
    ['twelve hundred peach lane', '1200 peach lane'],
    ['zip three zero zero six zero', 'zip 30060'],
    ['4 1 9 5 5 5 0 1 2 2. Perrysburg', '419-555-0122. Perrysburg'],
    [
      'five oh three five five five oh one seven two, twelve forty Salmon Street',
      '503-555-0172, 1240 Salmon Street',
    ],
    ['two big oaks and three stumps', 'two big oaks and three stumps'],
  ])('writes %j as %j', (said, written) => {
    expect(writeSpokenNumbers(said)).toBe(written)
  })
})

describe('writeSpokenEmails', () => {
  it.each([
    ['jane dot smith at example dot com', 'jane.smith@example.com'],
    ['gladysf [at] example [dot] com', 'gladysf@example.com'],
    ['meet me at the oak dot', 'meet me at the oak dot'],
    ['your settings at example.com', 'your settings at example.com'],
  ])('writes %j as %j', (said, written) => {
    expect(writeSpokenEmails(said)).toBe(written)
  })
})

describe('applyCorrections', () => {
  it.each([
    ['2531 oak street, no sorry, 2513', '2513 oak street'],
    ['she is at 3115 no wait 3151 Laurel Lane', 'she is at 3151 Laurel Lane'],
    ['at 614-555-0173 no sorry 0137 he', 'at 614-555-0137 he'],
    ['970-555-0148 wait sorry 0184', '970-555-0184'],
    ['443-555-0129 wait no last four are 0 1 9 2', '443-555-0192'],
    ['at 6251 no scratch that 6215 Highway 97', 'at 6215 Highway 97'],
    ['770 555 0121 I mean 770 555 0112', '770 555 0112'],
  ])('takes %j at its last word', (said, meant) => {
    expect(applyCorrections(said).replace(/\s+/gu, ' ')).toContain(meant)
  })
})

describe('dropSpelling', () => {
  it('leaves out letters that only say how a name is written', () => {
    expect(dropSpelling("Marcus Delacroix that's d e l a c r o i x his number")).toBe(
      'Marcus Delacroix his number',
    )
  })
})
