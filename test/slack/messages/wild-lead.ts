import fc from 'fast-check'
import { accountKey, clientId, jobId, operationId, reference, userId } from '../../../src/lead/ids.ts'
import { DECISIONS, LEAD_STATES, type Lead, type LeadContent } from '../../../src/lead/lead.ts'
import { aContext, aLead, NOW } from './a-lead.ts'

/** Text as no one expects it: emoji, right-to-left names, markup, thousands of characters, nothing. */
export const wildText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.constantFrom(
    '',
    ' \n ',
    '<!channel> <@U1> *b* `c` & >',
    'שרה כהן ושות',
    '👩‍👩‍👧‍👦'.repeat(400),
    '&'.repeat(4000),
    'word '.repeat(800),
    '\ud83c'.repeat(50),
  ),
)

const content: fc.Arbitrary<Partial<LeadContent>> = fc.record({
  client: fc.oneof(
    fc.constant({ kind: 'undecided' as const }),
    fc.constant({ kind: 'new' as const }),
    fc.record({
      kind: fc.constant('new' as const),
      despite: fc.record({ id: wildText.map(clientId), reason: wildText }),
    }),
    fc.record({
      kind: fc.constant('existing' as const),
      id: wildText.map(clientId),
      name: wildText,
      newFacts: fc.array(wildText, { maxLength: 3 }),
    }),
  ),
  contact: fc.record(
    {
      firstName: wildText,
      lastName: wildText,
      companyName: wildText,
      email: wildText,
      phone: fc.oneof(wildText, fc.constantFrom('+17705550123', '+17705550123 ext 4', '+442079460321')),
      mobile: fc.oneof(wildText, fc.constant('+14045550100')),
    },
    { requiredKeys: [] },
  ),
  address: fc.record(
    { street: wildText, unit: wildText, city: wildText, state: wildText, postalCode: wildText },
    { requiredKeys: [] },
  ),
  operation: wildText.map((name) => ({ id: operationId(7), name })),
  need: wildText,
  source: wildText,
  task: fc.record({
    name: wildText,
    onSite: fc.boolean(),
    start: fc.constant('2026-11-25T16:00:00'),
    stop: fc.constant('2026-11-25T16:15:00'),
    startsAt: fc.constant(NOW),
    stopsAt: fc.constant(NOW),
    allDay: fc.boolean(),
  }),
})

export const wildLead: fc.Arbitrary<Lead> = fc
  .record({
    content,
    state: fc.constantFrom(...LEAD_STATES),
    because: fc.constantFrom('retry' as const, 'account_blocked' as const),
    retryAt: fc.constant(NOW + 60_000),
    jobId: wildText.map(jobId),
    problem: fc.record({ code: wildText, text: wildText, at: fc.constant(NOW) }),
    decidedBy: fc.record({ user: fc.constant(userId('U0OLIVIA')), how: fc.constantFrom(...DECISIONS) }),
    reference: fc.constant(reference('LH-7K2M9Q')),
  })
  .map(aLead)

export const wildContext = wildText.map((name) =>
  aContext({
    accountNames: new Map([
      [accountKey('main'), name],
      [accountKey('north'), 'North'],
    ]),
    jobUrl: 'https://app.singleops.com/jobs/{id}',
    clientUrl: 'https://app.singleops.com/clients/{id}',
    officeChannel: 'C0OFFICE',
  }),
)
