import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientId, reference } from '../../src/lead/ids.ts'
import { composeNotes, notesOf } from '../../src/lead/notes.ts'

const existing = {
  kind: 'existing',
  id: clientId(12345),
  name: 'Jane Smith',
  newFacts: ['New mobile: 404-555-0199', 'New address: 200 Main St, Marietta'],
} as const
const content = {
  client: existing,
  address: { street: '200 Main St', city: 'Marietta' },
  need: 'Oak on fence',
  source: 'Web form',
}
const lead = (parts: Partial<Parameters<typeof notesOf>[0]['content']> = {}) => ({
  reference: reference('LH-7K2M9Q'),
  content: { ...content, ...parts },
})

describe('notesOf', () => {
  it('begins with the site of an existing client, then the need, the new facts and last the reference', () => {
    expect(notesOf(lead(), { internal: false })).toBe(
      'SITE: 200 Main St, Marietta\nOak on fence\nNew mobile: 404-555-0199\nLH-7K2M9Q',
    )
  })

  it('names no site for a new client, who is billed there', () => {
    expect(notesOf(lead({ client: { kind: 'new' } }), { internal: false })).toBe('Oak on fence\nLH-7K2M9Q')
  })

  it('keeps source, taker and possible duplicates to itself unless notes are internal', () => {
    const duplicate = lead({
      client: { kind: 'new', despite: { id: clientId(99), reason: 'same mobile' } },
      takerName: 'Sam',
    })

    expect(notesOf(duplicate, { internal: false })).not.toMatch(/Sam|Web form|99/u)
    expect(notesOf(duplicate, { internal: true })).toBe(
      'Oak on fence\nTaken by: Sam\nSource: Web form\nPossible duplicate of client 99: same mobile\nLH-7K2M9Q',
    )
  })

  it('leaves out what is not known', () => {
    expect(notesOf(lead({ address: {}, need: '' }), { internal: false })).toContain('New mobile')
    expect(notesOf(lead({ client: { kind: 'new' }, need: '' }), { internal: false })).toBe('LH-7K2M9Q')
  })
})

describe('composeNotes', () => {
  it('cuts the need, never site, facts or reference', () => {
    const notes = composeNotes({
      site: { street: '200 Main St' },
      need: 'word '.repeat(2000),
      newFacts: ['New mobile: 404-555-0199'],
      reference: 'LH-7K2M9Q',
    })

    expect(notes.length).toBeLessThanOrEqual(4000)
    expect(notes).toMatch(/^SITE: 200 Main St\nword .*…\nNew mobile: 404-555-0199\nLH-7K2M9Q$/su)
  })

  it('keeps cap, site and reference whatever is in it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(text, { maxLength: 5 }),
        fc.integer({ min: 60, max: 400 }),
        (street, need, newFacts, cap) => {
          const notes = composeNotes({ site: { street }, need, newFacts, reference: 'LH-7K2M9Q' }, cap)

          expect(notes.length).toBeLessThanOrEqual(cap)
          expect(notes.split('\n').at(-1)).toBe('LH-7K2M9Q')
          expect(notes.isWellFormed()).toBe(true)
        },
      ),
    )
  })

  it('leaves a need alone that fits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), (need) => {
        expect(composeNotes({ need, newFacts: [], reference: 'LH-1' })).toContain(need.trim())
      }),
    )
  })
})
