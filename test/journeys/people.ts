import { expect } from 'vitest'
import type { DisplayedView, UserActions } from '../../src/sandbox/workspace/api.ts'
import type { Stage } from './stage.ts'

/** The view on top once it says this. */
export function sees(stage: Stage, person: UserActions, words: string | RegExp): Promise<DisplayedView> {
  return stage.ws.waitFor(
    () => {
      const view = person.modal()
      return view && says(view.text, words) ? view : undefined
    },
    { what: `${person.name} to see ${words}` },
  )
}

/** The choices are in memory after the first look at them; a form before that would open as "loading". */
export async function openForm(stage: Stage, person: UserActions, text = ''): Promise<DisplayedView> {
  const outcome = await person.command('/lead', text)
  expect(outcome).toMatchObject({ ok: true })
  return sees(stage, person, 'Operation')
}

/** Fills the form in, submits it and waits for the match view's end of search. */
export async function findClient(
  stage: Stage,
  person: UserActions,
  values: Record<string, string>,
): Promise<DisplayedView> {
  await person.fill(values)
  const outcome = await person.submit()
  expect(outcome).toMatchObject({ kind: 'pushed' })
  return stage.ws.waitFor(
    () => {
      const view = person.modal()
      return view?.title === 'Which client?' && !view.text.includes('Looking for') ? view : undefined
    },
    { what: 'the end of the search' },
  )
}

/** Confirms and waits until it says what became of the lead. */
export async function create(
  stage: Stage,
  person: UserActions,
  outcome: string | RegExp = 'is in SingleOps',
): Promise<DisplayedView> {
  const submitted = await person.submit()
  expect(submitted).toMatchObject({ kind: 'updated' })
  return sees(stage, person, outcome)
}

/** The text of the cards in a channel. */
export function cards(stage: Stage, channel = 'leads'): string[] {
  return stage.ws.messages(channel).map((message) => JSON.stringify(message))
}

function says(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text)
}
