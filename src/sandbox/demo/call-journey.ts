import { type Stage, showJob, showMessage, showView } from './stage.ts'

/** A known client calls; her number is written differently in SingleOps. */
export async function playCall(stage: Stage): Promise<void> {
  const { ws, tell } = stage
  const ana = ws.as('ana')
  tell.title('1. A call')

  tell.does('Ana', 'has a customer on the line and types /lead')
  await ana.command('/lead', '', { channel: 'leads' })
  await showView(stage, ana, 'Operation')

  tell.does('Ana', 'types the number 770.555.0123')
  await ana.fill({ Phone: '770.555.0123' })
  await showView(stage, ana, 'Use this client')

  tell.does('Ana', 'takes the offered client, writes what is needed and plans a call back')
  await ana.click('Use this client')
  await ws.waitFor(() => ana.modal()?.text.includes('Not this client'), { what: 'the client to be taken' })
  await ana.fill({
    'What do they need?': 'Oak leaning on the fence, wants it down before winter',
    Operation: 'Tree Care',
    'Lead Source': 'Phone',
  })
  await ana.fill({ 'Follow-up': 'Call back' })
  await ws.waitFor(() => ana.modal()?.text.includes('When'), { what: 'the question when' })
  await ana.fill({ When: 'next working day 8:00' })
  await ana.submit()
  await showView(stage, ana, 'Is it one of these?')

  tell.does('Ana', 'confirms')
  await ana.submit()
  await showView(stage, ana, 'is in SingleOps')
  await showMessage(stage, { channel: 'leads' }, 'In SingleOps')
  showJob(stage)
}
