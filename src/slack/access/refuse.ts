import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  ViewOutput,
} from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { context, section } from '../blocks/layout.ts'
import { VIEWS } from '../ids.ts'
import type { ViewCalls } from '../view-calls.ts'
import { noticeView } from '../views/notice.ts'
import type { Refusal } from './access.ts'
import { refusalWords } from './refusal-words.ts'

type Args = AnyMiddlewareArgs & AllMiddlewareArgs

/** Answers an act that is not done with a sentence, where the person is looking. */
export async function refuse(args: Args, refusal: Refusal, views: ViewCalls): Promise<void> {
  const text = refusalWords(refusal)
  if ('command' in args && args.command) {
    await args.ack({ response_type: 'ephemeral', text })
  } else if ('shortcut' in args && args.shortcut) {
    await args.ack()
    await views.open(args.shortcut.trigger_id, refusalView(text))
  } else if ('options' in args && args.options) {
    await args.ack({ options: [] })
  } else if ('view' in args && args.view) {
    await args.ack(submissionAnswer(args.view, refusal))
  } else if ('action' in args && args.action) {
    await args.ack()
    // A choice in a form is no deed: what was entered is kept, and the form's submission says it.
    const isOnlyChoice = refusal === 'unknown' && args.action.type !== 'button'
    if (args.body.type === 'block_actions' && !isOnlyChoice) {
      await refusePress(args.body, args.respond, text, views)
    }
  } else if ('event' in args && args.event.type === 'message') {
    await args.client.chat.postMessage({ channel: args.event.channel, text })
  } else if ('event' in args && args.event.type === 'app_home_opened') {
    await views.publish(args.event.user, {
      type: 'home',
      callback_id: VIEWS.home,
      blocks: [section({ blockId: 'refused', text })],
    })
  }
}

async function refusePress(
  body: BlockAction,
  respond: SlackActionMiddlewareArgs['respond'],
  text: string,
  views: ViewCalls,
): Promise<void> {
  if (body.response_url) await respond({ text, response_type: 'ephemeral', replace_original: false })
  else if (body.view?.type === 'modal') await views.push(body.trigger_id, refusalView(text))
  else await views.open(body.trigger_id, refusalView(text))
}

const refusalView = (text: string): ModalView => noticeView({ title: 'Not possible', text })

/** Who they are may be known in a moment: then nothing that was entered is lost. Otherwise there is nothing left to do here. */
function submissionAnswer(view: ViewOutput, refusal: Refusal) {
  const text = refusalWords(refusal)
  if (refusal !== 'unknown') return { response_action: 'update' as const, view: refusalView(text) }
  const input = view.blocks.find((block) => block.type === 'input')?.block_id
  return input
    ? { response_action: 'errors' as const, errors: { [input]: text } }
    : { response_action: 'update' as const, view: withNotice(view, text) }
}

function withNotice(view: ViewOutput, text: string): ModalView {
  const { title, submit, close, callback_id, private_metadata, external_id, clear_on_close } = view
  const blocks = view.blocks.filter(({ block_id }) => block_id !== NOTICE)
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    blocks: [context([`:warning: ${text}`], NOTICE), ...blocks],
    clear_on_close,
    ...(submit && { submit }),
    ...(close && { close }),
    ...(external_id && { external_id }),
  }
}

const NOTICE = 'who_are_you'
