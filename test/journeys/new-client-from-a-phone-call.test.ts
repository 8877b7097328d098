import { describe, expect, it } from 'vitest'
import { cards, create, findClient, openForm } from './people.ts'
import { startStage } from './stage.ts'

describe.each(['http', 'socket'] as const)('a call from somebody new, over %s', (transport) => {
  it('becomes a new client with a job in SingleOps and a card in the channel', async () => {
    const stage = await startStage({ transport })
    const ana = stage.ws.as('ana')

    await openForm(stage, ana)
    const match = await findClient(stage, ana, {
      Phone: '404 555 0120',
      Name: 'Nadia Okafor',
      'Address of the work': '12 Elm St, Marietta, GA 30060',
      'What do they need?': 'Oak leaning on the fence',
      Operation: 'Tree Care',
      'Lead Source': 'Phone',
    })
    const result = await create(stage, ana)

    expect(match.text).toContain('No client has this number')
    expect(result.title).toBe('Created')
    const [job] = stage.singleops.jobs()
    expect(job).toMatchObject({
      clientName: 'Nadia Okafor',
      operationName: 'Tree Care',
      stage: 'Unconfirmed Client',
    })
    expect(stage.singleops.portalClients()).toMatchObject([
      {
        first_name: 'Nadia',
        last_name: 'Okafor',
        mobile: expect.stringContaining('404'),
        bill_addr_1: '12 Elm St',
      },
    ])
    await stage.ws.waitFor(() => cards(stage).some((card) => card.includes('In SingleOps')))
    expect(cards(stage)).toHaveLength(1)
    expect(cards(stage)[0]).toContain('Nadia Okafor')
  })
})
