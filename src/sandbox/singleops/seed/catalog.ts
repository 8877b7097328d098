import type { AccountSeed, CustomInputSeed, OperationSeed } from '../account.ts'

export const LEAD_SOURCES = [
  'Phone',
  'Web form',
  'Email',
  'Referral',
  'Angi',
  'Thumbtack',
  'Google',
  'Yard sign',
  'Repeat customer',
  'Slack',
] as const

/** What an account offers; ids begin at `firstId`, so that no two accounts share one. */
export function makeCatalog(firstId: number): Required<Pick<AccountSeed, 'operations' | 'customInputs'>> {
  const treeCare = firstId + 1
  const plantHealth = firstId + 3
  const operations: OperationSeed[] = [
    { id: treeCare, name: 'Tree Care' },
    { id: firstId + 2, name: 'Landscaping' },
    { id: plantHealth, name: 'Plant Health Care', display_name: 'Plant Health Care (PHC)' },
    { id: firstId + 4, name: 'Snow Removal', active: false },
  ]
  const customInputs: CustomInputSeed[] = [
    {
      id: firstId + 101,
      name: 'Lead Source',
      input_type: 'dropdown',
      required: true,
      dropdown_options: LEAD_SOURCES.map((source) => ({ key: toKey(source), display: source })),
    },
    { id: firstId + 102, name: 'Gate code' },
    { id: firstId + 103, name: 'Preferred date', input_type: 'date' },
    { id: firstId + 104, name: 'Dogs on site', input_type: 'checkbox' },
    {
      id: firstId + 105,
      name: 'Estimated trees',
      input_type: 'number',
      operations: [treeCare, plantHealth],
    },
    {
      id: firstId + 106,
      name: 'Pests seen',
      input_type: 'multi_dropdown',
      operations: [plantHealth],
      dropdown_options: ['Aphids', 'Bagworms', 'Borers', 'Scale'].map((pest) => ({
        key: toKey(pest),
        display: pest,
      })),
    },
    { id: firstId + 107, name: 'Preferred contact', resource_type: 'client', required: true },
  ]
  return { operations, customInputs }
}

// Keys that are not what people read, so that sending the wrong one of the two is refused.
function toKey(display: string): string {
  return display.toLowerCase().replaceAll(' ', '_')
}
