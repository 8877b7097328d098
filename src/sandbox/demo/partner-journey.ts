import { PARTNER_CHANNEL, PARTNER_OPERATION } from './channels.ts'
import { type Stage, showJob, showMessage, showView } from './stage.ts'

/** A lead that another company works on: its people read the card in the shared channel, without the contact details. */
export async function playPartner(stage: Stage): Promise<void> {
  const { ws, tell } = stage
  const ana = ws.as('ana')
  tell.title('3. A lead for a partner')

  tell.does('Ana', 'types everything behind /lead')
  await ana.command(
    '/lead',
    'Ray Whitfield 678 555 0121 borers in the ash trees, 310 Church St marietta ga',
    {
      channel: 'leads',
    },
  )
  await showView(stage, ana, 'Ray Whitfield')

  tell.does('Ana', `chooses ${PARTNER_OPERATION} and confirms the new client`)
  await ana.fill({ Operation: PARTNER_OPERATION, 'Lead Source': 'Referral' })
  await ana.submit()
  await showView(stage, ana, 'No client has this number')
  await ana.submit()
  await showView(stage, ana, 'is in SingleOps')
  await showMessage(stage, { channel: 'leads' }, 'Ray Whitfield', 'In SingleOps')
  await showMessage(stage, { channel: PARTNER_CHANNEL }, 'Ray Whitfield', 'In SingleOps')
  showJob(stage)
}
