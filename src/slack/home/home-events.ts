import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { draftId, userId } from '../../lead/ids.ts'
import { refusalWords } from '../access/refusal-words.ts'
import { type ActionArgs, chosenValue } from '../actions/form.ts'
import { noteFailure } from '../failure.ts'
import { openForm, showForm } from '../open-form.ts'
import type { Desk } from '../parts.ts'
import { tellPerson } from '../tell-person.ts'
import { noticeView } from '../views/notice.ts'
import { homeView } from './home-view.ts'

/** Home is made anew each time it is looked at. */
export function homeOpened(desk: Desk) {
  return async ({
    event,
  }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    // Whoever looks at the app may write to it next, and it may be away then.
    if (event.channel) await desk.inbox.watch(event.channel)
    if (event.tab === 'home') await publishHome(event.user, desk)
  }
}

export async function publishHome(user: string, desk: Desk): Promise<void> {
  const [refusal, isOffice] = await Promise.all([desk.refusalOf(user), desk.deciders.isOffice(user)])
  const isOpen = refusal === undefined
  const [lists, withoutLead] = await Promise.all([
    desk.intake.home(userId(user), isOpen ? 'all' : 'own'),
    isOpen && isOffice ? desk.inbox.withoutLead() : [],
  ])
  const { settings, unfinishedForMs } = desk
  const outcome = await desk.views.publish(
    user,
    homeView(
      { ...lists, withoutLead },
      {
        settings,
        unfinishedForMs,
        now: desk.now(),
        mayDecide: (lead) => isOpen && (isOffice || lead.taker === user),
        ...(refusal && { refusal: refusalWords(refusal) }),
      },
    ),
  )
  if (outcome.kind !== 'shown') desk.log.warn({ user, ...outcome }, 'home not published')
}

/** *New lead* on Home. */
export function newLeadPressed(desk: Desk) {
  return onPress(desk, ({ body }) =>
    openForm(
      { taker: userId(body.user.id), wayIn: 'home' },
      { kind: 'trigger', triggerId: body.trigger_id },
      desk,
    ),
  )
}

/** *Continue* an unfinished draft: the form as it was submitted. */
export function draftContinued(desk: Desk) {
  return onPress(desk, async (args) => {
    const opening = { kind: 'trigger' as const, triggerId: args.body.trigger_id }
    const draft = await desk.intake.findDraft(draftId(chosenValue(args)))
    if (draft && draft.taker === args.body.user.id && draft.state === 'submitted') {
      // It is opened with all that is in it: what is empty in it then is meant to be.
      const anew = { prefilledByUpdate: {}, editions: { ...draft.editions, pasted: 1 } }
      await showForm({ ...draft, ...anew }, opening, desk, () => desk.intake.note(draft.id, anew))
      return
    }
    await desk.views.open(
      opening.triggerId,
      noticeView({ title: 'Not here any more', text: 'This draft was sent or discarded in the meantime.' }),
    )
  })
}

/** *Discard* an unfinished draft. */
export function draftDiscarded(desk: Desk) {
  return onPress(desk, async (args) => {
    const { user, view } = args.body
    const isDone = await desk.intake.discard(draftId(chosenValue(args)), userId(user.id))
    if (view?.type === 'home') await publishHome(user.id, desk)
    else if (args.body.response_url) {
      const text = isDone ? 'Discarded.' : 'This draft was sent or discarded in the meantime.'
      await args.respond({ text, replace_original: isDone })
    }
  })
}

/** Acknowledges first; whoever pressed is told when it did not work. */
export function onPress(desk: Desk, deed: (args: ActionArgs) => Promise<void>) {
  return async (args: ActionArgs): Promise<void> => {
    await args.ack()
    try {
      await deed(args)
    } catch (error) {
      const errorReference = noteFailure(error, { action: args.action.action_id }, desk)
      await tellPerson(args.body.user.id, `That did not work. Please press again. (${errorReference})`, desk)
    }
  }
}
