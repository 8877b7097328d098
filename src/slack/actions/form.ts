import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs, ViewOutput } from '@slack/bolt'
import type { FormChange } from '../../intake/change-form.ts'
import type { Draft, Entry } from '../../lead/draft.ts'
import { accountKey, draftId } from '../../lead/ids.ts'
import { noteFailure } from '../failure.ts'
import { followContact } from '../follow-contact.ts'
import { fillLoading } from '../open-form.ts'
import type { Desk } from '../parts.ts'
import { tellPerson } from '../tell-person.ts'
import { updateForm } from '../update-form.ts'
import { OFFER } from '../views/form/lead-form.ts'
import { readForm } from '../views/form/read-form.ts'

export type ActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs
type Deed = (open: {
  readonly draft: Draft
  readonly view: ViewOutput
  readonly args: ActionArgs
}) => Promise<void>

/** Something in the form was chosen that decides what else is shown, or one of its buttons pressed. */
export function formChanged(desk: Desk, toChange: (args: ActionArgs, open: Draft) => FormChange) {
  return onOpenForm(desk, async ({ draft, view, args }) => {
    await showChanged(draft, view, toChange(args, draft), desk)
  })
}

/**
 * A number or an email is being typed: as soon as it is complete, its client is looked for. Nothing is shown until one is found; one that
 * was offered for another number goes at once.
 */
export function contactTyped(desk: Desk) {
  return onOpenForm(desk, async ({ draft, view }) => {
    const entry = readForm(view, draft)
    const isSearchable = isFollowed(entry) && desk.intake.search({ ...draft, entry }) !== undefined
    // A search for what was complete before must learn that it isn't any more.
    if (!isSearchable && !isFollowed(draft.entry)) return
    const changed = await desk.intake.change(draft, entry, { kind: 'chosen' })
    const shown = { kind: 'shown', viewId: view.id, hash: view.hash } as const
    if (isOfferShown(view) && !changed.offered && !changed.chosenClient) await show(changed, view, desk)
    else if (isSearchable) followContact(changed, shown, desk)
  })
}

const isFollowed = ({ phone, email }: Entry): boolean => isComplete(phone) || Boolean(email)

const isOfferShown = ({ blocks }: ViewOutput): boolean => blocks.some(({ block_id }) => block_id === OFFER)

// Fewer may be the beginning of a longer one: a search for it would find the wrong people.
const DIGITS_OF_A_NUMBER = 10

function isComplete(phone: string | undefined): boolean {
  return (phone ?? '').replaceAll(/\D/gu, '').length >= DIGITS_OF_A_NUMBER
}

/** A field whose emptiness would be ambiguous was touched; nothing else hangs on it. */
export function fieldTouched(desk: Desk) {
  return onOpenForm(desk, () => Promise.resolve())
}

/** Whatever an update had put into a field: once a person has touched it, empty means empty. */
async function noteTouch(draft: Draft, blockId: string, desk: Desk): Promise<Draft> {
  const { [blockId]: touched, ...prefilledByUpdate } = draft.prefilledByUpdate ?? {}
  if (touched === undefined) return draft
  await desk.intake.note(draft.id, { prefilledByUpdate })
  return { ...draft, prefilledByUpdate }
}

/** *Fill in*: what was pasted or dictated is spread over the empty fields. */
export function pastedFilledIn(desk: Desk) {
  return onOpenForm(desk, async ({ draft, view }) => {
    const text = readForm(view, draft).pasted
    if (!text) return
    const extraction = desk.intake.read({ kind: 'text', text, certain: true }, draft.channel)
    await showChanged(draft, view, { kind: 'filled-in', extraction }, desk)
  })
}

/** *Try again* where the account's choices could not be read. */
export function formReloaded(desk: Desk) {
  return onOpenForm(desk, ({ draft, view }) => fillLoading(draft, { view_id: view.id }, desk))
}

async function showChanged(draft: Draft, view: ViewOutput, change: FormChange, desk: Desk): Promise<void> {
  await show(await desk.intake.change(draft, readForm(view, draft), change), view, desk)
}

async function show(changed: Draft, view: ViewOutput, desk: Desk): Promise<void> {
  const outcome = await updateForm(changed, view, desk)
  if (!outcome) return fillLoading(changed, { view_id: view.id }, desk)
  if (outcome.kind === 'shown') followContact(changed, outcome, desk)
}

function onOpenForm(desk: Desk, deed: Deed) {
  return async (args: ActionArgs): Promise<void> => {
    await args.ack()
    const { view, user } = args.body
    if (!view) return
    try {
      await desk.inOrder(view.id, async () => {
        const draft = await desk.intake.findDraft(draftId(view.private_metadata))
        if (!draft || draft.state === 'confirmed') return
        await deed({ draft: await noteTouch(draft, args.action.block_id, desk), view, args })
      })
    } catch (error) {
      const errorReference = noteFailure(error, { action: args.action.action_id }, desk)
      await tellPerson(
        user.id,
        `The form could not follow what you chose. What you typed is still there; you can send it. (${errorReference})`,
        desk,
      )
    }
  }
}

/** What was chosen in a menu, or the value of a button. */
export function chosenValue({ action }: ActionArgs): string {
  if (action.type === 'static_select') return action.selected_option?.value ?? ''
  return action.type === 'button' ? (action.value ?? '') : ''
}

export const toAccountChange = (args: ActionArgs): FormChange => ({
  kind: 'account',
  account: accountKey(chosenValue(args)),
})

export const toMoreFields = (args: ActionArgs): FormChange => ({
  kind: 'more',
  show: chosenValue(args) === 'more',
})

/** The field stands in the action id: `pick.phone.0`. */
export const toPicked = (args: ActionArgs): FormChange => ({
  kind: 'picked',
  field: args.action.action_id.split('.')[1] === 'address' ? 'address' : 'phone',
  value: chosenValue(args),
})
