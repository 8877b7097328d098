import { describe, expect, it } from 'vitest'
import { extractLead } from '../../src/extract/extract-lead.ts'
import { findLayout, LAYOUTS } from '../../src/extract/layouts/known-layouts.ts'
import { aMail, SETTINGS } from './a-mail.ts'
import { BODIES, SENDERS } from './layout-examples.ts'

describe('layouts', () => {
  it('have an example each', () => {
    expect(Object.keys(SENDERS).sort()).toEqual(LAYOUTS.map(({ name }) => name).sort())
  })

  it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('reads what %s sends', (name, layout) => {
    const [sender = '', address = ''] = SENDERS[name] ?? []
    const from = { name: sender, address }

    const lead = extractLead(aMail({ from: [from], ...BODIES[layout.kind] }), SETTINGS)

    expect(findLayout(from, '')?.name).toBe(name)
    expect(lead).toMatchObject({
      isLead: true,
      contact: {
        firstName: 'Dana',
        lastName: 'Whitlow',
        email: expect.stringMatching(/^dana\.whitlow@example\.com$/u),
      },
      address: { street: '14 Fern Hill Rd', city: 'Marietta', state: 'GA', postalCode: '30064' },
      notes: expect.stringMatching(/two pines/iu),
    })
    expect(lead.contact.phone ?? lead.contact.mobile).toBe('+17705550142')
    expect(lead.source).toBeDefined()
  })

  it('takes no lead from a summary of a marketplace', () => {
    const lead = extractLead(
      aMail({
        from: [{ name: 'Angi Leads', address: 'summary@angi.example' }],
        subject: 'Your weekly lead summary',
        text: 'Leads received: 6\nSpend: $184.20\nCustomer Care (877) 555-0190',
      }),
      SETTINGS,
    )

    expect(lead).toMatchObject({ isLead: false, contact: {}, address: {} })
  })
})
