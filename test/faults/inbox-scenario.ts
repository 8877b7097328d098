import { hasLead, persist } from './persist.ts'
import { anEntry, confirm, type Entry } from './person.ts'
import type { Scenario } from './scenarios.ts'
import type { FaultStage } from './stage.ts'

const SOON = { timeoutMs: 8_000 }

/** An email in the intake channel becomes a lead; beside it messages come, are edited, taken back and found to be none. */
export const FROM_THE_INTAKE_CHANNEL: Scenario = {
  name: 'an email in the intake channel',
  async play(stage, taker = 'ana') {
    const entry = anEntry()
    // The reply's answer is lost: it has to be found again.
    const fault = { method: 'chat.postMessage', channel: 'leads-inbox', reset: true, times: 1 } as const
    const lost = stage.ws.setFault({ ...fault, afterProcessing: true })
    const { ts } = await stage.ws.shareEmail('leads-inbox', emailOf(entry))
    // The same email once more, as two people forward it. Which of them is offered depends on whose event is worked on first.
    const twin = await stage.ws.shareEmail('leads-inbox', emailOf(entry))
    await chatter(stage)

    const ana = stage.ws.as(taker)
    await persist(stage, 'an email entered', hasLead(stage, entry), async () => {
      const reply = await stage.ws.waitFor(
        () => replyWith(stage, ts, 'Create lead') ?? replyWith(stage, twin.ts, 'Create lead'),
        SOON,
      )
      if (ana.modal()) await ana.closeAll()
      await ana.click('Create lead', { message: { channel: 'leads-inbox', ts: reply.ts } })
      await stage.ws.waitFor(() => ana.modal()?.text.includes('Operation'), SOON)
      await ana.fill({ Operation: 'Tree Care' })
      await ana.submit()
      await stage.ws.waitFor(() => {
        const view = ana.modal()
        return view?.title === 'Which client?' && !view.text.includes('Looking for')
      }, SOON)
      await confirm(stage, ana)
    })
    lost.clear()
    // A colleague opens the form for it once more and leaves it at that.
    const sam = stage.ws.as('sam')
    await sam.messageShortcut('create_lead', { channel: 'leads-inbox', ts })
    await stage.ws.drain()
    if (sam.modal()) await sam.closeAll()
    return entry
  },
}

function emailOf({ Name, Phone }: Entry) {
  const text = `Hello,\n\nwe need two dead pines taken down near the driveway.\nMy cell is ${Phone}.\n\n${Name}`
  return {
    subject: 'Tree removal quote',
    from: { name: Name, address: `${Name.replace(' ', '.').toLowerCase()}@mail.example` },
    // What the message itself holds is cut: the rest has to be fetched.
    plain_text: text.slice(0, 20),
    full_text: text,
    has_more: true,
    message_id: `<${Phone}@mail.example>`,
  }
}

function replyWith(stage: FaultStage, ts: string, words: string) {
  return stage.ws
    .messages('leads-inbox', { thread_ts: ts })
    .find((message) => message.bot_id && message.ts !== ts && JSON.stringify(message).includes(words))
}

/** What does not become a lead. Nobody waits for it: the process may be dead by then. */
async function chatter(stage: FaultStage): Promise<void> {
  const [sam, olivia] = [stage.ws.as('sam'), stage.ws.as('olivia')]
  const call = (name: string) => `Please call ${name}, 404-555-0188, oak down at 12 Elm St`
  const edited = await sam.post('leads-inbox', call('Bob Stone'))
  await sam.edit('leads-inbox', edited, call('Rob Stone'))
  const none = await sam.post('leads-inbox', call('Eve Wood'))
  try {
    const reply = await stage.ws.waitFor(() => replyWith(stage, none, 'Not a lead'), SOON)
    await olivia.click('Not a lead', { message: { channel: 'leads-inbox', ts: reply.ts } })
    await stage.ws.waitFor(() => replyWith(stage, edited, 'Create lead'), SOON)
  } catch {
    // The process died before it answered.
  }
  await sam.remove('leads-inbox', edited)
  await olivia.openHome()
}
