import { expect, it } from 'vitest'
import type { Hold } from '../../src/sandbox/workspace/api.ts'
import { sees } from './people.ts'
import { startStage } from './stage.ts'

it.each(['http', 'socket'] as const)(
  'answers a command over %s while Slack has not said yet who the app is',
  async (transport) => {
    const holds: Hold[] = []
    const stage = await startStage({
      transport,
      env: (ws) => {
        holds.push(ws.hold('auth.test'))
        return {}
      },
    })
    const ana = stage.ws.as('ana')

    const outcome = await ana.command('/lead', 'help')
    for (const hold of holds) hold.release()
    await ana.command('/lead')
    const form = await sees(stage, ana, 'Operation')

    expect(outcome).toMatchObject({ ok: true })
    expect(form.text).toContain('Find client')
  },
)
