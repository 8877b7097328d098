import { isObject, objectsOf } from '../json.ts'
import { block } from './blocks.ts'
import { boolean, type Fields, type Findings, listOf, record, report, string } from './check.ts'
import type { Problem } from './problem.ts'
import { plainTextObject } from './text-objects.ts'
import { checkUniqueness, hasInput } from './uniqueness.ts'

const MAX_BLOCKS = 100
/** Slack's cap for one view, as JSON. */
const MAX_VIEW_BYTES = 250 * 1024

const common: Fields = {
  private_metadata: string({ max: 3000 }),
  callback_id: string({ max: 255 }),
  external_id: string({ max: 255 }),
}
const blocks = listOf(block, { max: MAX_BLOCKS })
const modal = record(
  { type: string(), title: plainTextObject(24), blocks },
  {
    ...common,
    submit: plainTextObject(24),
    close: plainTextObject(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
  },
)
const home = record({ type: string(), blocks }, common)

/** All faults for which Slack would refuse this modal or Home; empty when it is good. Pointers start at the view. */
export function validateView(view: unknown): Problem[] {
  if (!isObject(view)) return [{ message: 'should be object', pointer: '' }]
  if (view.type !== 'modal' && view.type !== 'home') {
    return [{ message: 'must be a valid view type', pointer: '/type' }]
  }
  const findings: Findings = { surface: view.type, problems: [] }
  const check = view.type === 'modal' ? modal : home
  check(view, '', findings)
  checkUniqueness(objectsOf(view.blocks), '/blocks', findings)
  if (view.type === 'modal' && view.submit === undefined && hasInput(view.blocks)) {
    report(findings, 'submit is required when an input block is within blocks', '/submit')
  }
  if (isViewTooLarge(view)) report(findings, 'view is too large', '')
  return findings.problems
}

/** Slack answers this one with an error of its own, `view_too_large`. */
export function isViewTooLarge(view: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > MAX_VIEW_BYTES
}
