import type { Refusal } from './access.ts'

const WORDS: Readonly<Record<Refusal, string>> = {
  stranger: 'Leadhand is only for people of its own workspace.',
  guest:
    'Leadhand is not open to guests of this workspace. Please give the lead to somebody of the sales team.',
  'not-a-creator':
    'You are not among the people who may enter leads. Please ask the office, or whoever looks after Leadhand.',
  'not-an-admin': 'Only whoever looks after Leadhand may do that.',
  unknown: 'Slack did not say in time who you are, so nothing was done. Please try again in a moment.',
}

/** What somebody is told who may not do something. */
export const refusalWords = (refusal: Refusal): string => WORDS[refusal]
