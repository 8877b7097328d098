import { describe, expect, it } from 'vitest'
import { isAccount, isDayPlan, isReceipt } from '../../src/extract/message-shape.ts'
import { asksAnew } from '../../src/extract/new-request.ts'
import { bringsWork, introducesSomebody, leavesWork } from '../../src/extract/work-at-hand.ts'

describe('work at hand', () => {
  it.each([
    'I have four white pines close to the house that I would like down',
    'A limb is hung up over our pool',
    '3 stumps, biggest is 40 inches, all out front',
    'There is a poplar on our line. What do you charge?',
    'the hedge along her walk needs to come down to 6 ft',
    'Nous avons deux souches, pourriez-vous nous faire un prix?',
    'spruce taking out his eaves',
  ])('is brought by "%s"', (text) => {
    expect(bringsWork(text)).toBe(true)
  })

  it.each([
    'Your crew removed the ficus last Thursday and left ruts',
    'That number is fine with us, put us down for the 12th',
    'Stumpy Joe can do all the grinding on Friday',
    'The board has moved the meeting to 14 Elm Grove Rd',
    'I still need the receipt for the pine you took out in April',
  ])('is not brought by "%s"', (text) => {
    expect(bringsWork(text)).toBe(false)
  })

  it('is left where a form names a tree, and not where it tells of finished work', () => {
    expect(leavesWork('Cedar, 25 m long. Bring it down to 2.5 m.')).toBe(true)
    expect(leavesWork('The guys worked on my pecan yesterday and were so kind.')).toBe(false)
  })
})

describe('a new request', () => {
  it('is a question about a tree, not one about papers', () => {
    expect(asksAnew('The elm is dead. Could you rip it out?')).toBe(true)
    expect(asksAnew('The elm is gone. Could you send it again?')).toBe(false)
    expect(asksAnew('If you would like a quote, ask your agent.')).toBe(false)
  })

  it('makes somebody known', () => {
    expect(introducesSomebody('vm from Hakeem, tree on the wires')).toBe(true)
    expect(introducesSomebody('call me if you get stuck')).toBe(false)
  })
})

describe('the shape of a message', () => {
  it('is a plan of the day where lines begin with times', () => {
    expect(isDayPlan(['7:30 Lindgren - ash removal', '• 12:30 Whitcomb, deadwood'])).toBe(true)
    expect(isDayPlan(['Best time: 7:30', 'call after 12:30'])).toBe(false)
  })

  it('is an account where lines end in amounts', () => {
    expect(isAccount(['Bar and chain  268.36', 'Teeth   512.00', 'Service call  141.75'])).toBe(true)
    expect(isAccount(['Columbus OH  43203', 'Budget $500', 'Call 614-555-0138'])).toBe(false)
  })

  it('is a receipt where labels speak of money', () => {
    expect(isReceipt(['Invoice: 3391 - Maple removal', 'Amount: $1,850.00'])).toBe(true)
    expect(isReceipt(['Name: Diane Roth', 'Budget: $500'])).toBe(false)
  })
})
