import { boolean, type Check, oneOf, oneOfTypes, record, string } from './check.ts'

/** Slack's cap for a text object without a cap of its own. */
export const MAX_TEXT = 3000

export function plainTextObject(max = MAX_TEXT): Check {
  return oneOfTypes({ plain_text: plain(max) }, () => true)
}

export function textObject(max = MAX_TEXT): Check {
  return oneOfTypes({ plain_text: plain(max), mrkdwn: mrkdwn(max) }, () => true)
}

function plain(max: number): Check {
  return record({ text: string({ min: 1, max }) }, { emoji: boolean })
}

function mrkdwn(max: number): Check {
  return record({ text: string({ min: 1, max }) }, { verbatim: boolean })
}

export const confirmDialog: Check = record(
  { text: textObject(300) },
  {
    title: plainTextObject(100),
    confirm: plainTextObject(30),
    deny: plainTextObject(30),
    style: oneOf('primary', 'danger'),
  },
)

export const blockId: Check = string({ max: 255 })
export const actionId: Check = string({ max: 255 })
