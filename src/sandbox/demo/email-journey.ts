import type { SharedEmail } from '../workspace/api.ts'
import { type Stage, showJob, showMessage, showView } from './stage.ts'

const EMAIL: SharedEmail = {
  subject: 'Fwd: Quote for removing two pines',
  from: { name: 'Olivia Park', address: 'olivia@greenfield-trees.example' },
  plain_text: `Can somebody take this one?

---------- Forwarded message ---------
From: Nadia Okafor <nadia.okafor@mail.example>
Date: Mon, Nov 23, 2026 at 9:12 AM
Subject: Quote for removing two pines
To: <office@greenfield-trees.example>

Hello,

we have two dead pines close to the driveway and would like a quote for taking them down and grinding the stumps.
The house is at 12 Elm St, Marietta, GA 30060. Best to call my cell in the afternoon: (404) 555-0120.

Thank you
Nadia Okafor
`,
}

/** A forwarded email of somebody new is made a lead by the button under it. */
export async function playEmail(stage: Stage): Promise<void> {
  const { ws, tell } = stage
  const sam = ws.as('sam')
  tell.title('2. A shared email')

  tell.does('Olivia', 'forwards a customer’s email into #leads-inbox')
  const email = await ws.shareEmail('leads-inbox', EMAIL)
  tell.stands(
    '#leads-inbox',
    ws.messages('leads-inbox').at(-1) ?? { type: 'message', ts: email.ts, text: '' },
  )

  const reply = await showMessage(
    stage,
    { channel: 'leads-inbox', thread_ts: email.ts },
    'Nadia Okafor',
    'Create lead',
  )
  tell.does('Sam', 'presses “Create lead” under it')
  await sam.click('Create lead', { message: { channel: 'leads-inbox', ts: reply.ts } })
  await showView(stage, sam, 'Nadia Okafor')

  tell.does('Sam', 'chooses the operation and looks for the client')
  await sam.fill({ Operation: 'Tree Care' })
  await sam.submit()
  await showView(stage, sam, 'No client has this number')

  tell.does('Sam', 'confirms the new client')
  await sam.submit()
  await showView(stage, sam, 'is in SingleOps')
  await showMessage(stage, { channel: 'leads' }, 'Nadia Okafor', 'In SingleOps')
  await showMessage(stage, { channel: 'leads-inbox', thread_ts: email.ts }, 'LH-', 'In SingleOps')
  showJob(stage)
}
