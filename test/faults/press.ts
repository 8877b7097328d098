import type { ClickTarget, JsonObject, Surface, UserActions } from '../../src/sandbox/workspace/api.ts'
import type { FaultStage } from './stage.ts'

/** Where a person finds the buttons of a lead that needs somebody. */
export type Desk = 'dm' | 'office' | 'home'

const SOON = { timeoutMs: 20_000 }

/** Finds a button of the lead and gives the click on it. */
export async function findButton(
  stage: FaultStage,
  person: UserActions,
  desk: Desk,
  button: string,
  reference: string,
): Promise<() => Promise<unknown>> {
  const click = (target: ClickTarget, where: Surface) => () => person.click(target, where, { confirm: true })
  if (desk === 'home') {
    await person.openHome()
    const find = () => targetOn(person.home()?.blocks ?? [], button, reference)
    return click(await stage.ws.waitFor(find, { ...SOON, what: `“${button}” on Home` }), 'home')
  }
  const channel = desk === 'dm' ? `dm:${person.name}` : 'office'
  const isIt = (text: string) => text.includes(reference) && text.includes(button)
  const message = await stage.ws.waitFor(
    () => stage.ws.messages(channel).findLast((one) => isIt(JSON.stringify(one))),
    { ...SOON, what: `“${button}” for ${reference} in ${channel}` },
  )
  return click(button, { message: { channel: desk === 'dm' ? 'dm' : 'office', ts: message.ts } })
}

type Block = JsonObject & { block_id?: string; elements?: readonly JsonObject[] }

/** Home lists several leads: the buttons of one stand right below its line. */
function targetOn(blocks: readonly Block[], button: string, reference: string): ClickTarget | undefined {
  const line = blocks.findIndex((block) => JSON.stringify(block).includes(reference))
  const row = line < 0 ? undefined : blocks[line + 1]
  const element = row?.elements?.find((one) => JSON.stringify(one.text).includes(button))
  if (!row?.block_id || typeof element?.action_id !== 'string') return undefined
  return { action_id: element.action_id, block_id: row.block_id }
}
