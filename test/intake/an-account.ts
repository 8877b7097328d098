import type { AccountCatalog, CustomInput, Operation } from '../../src/intake/ports.ts'
import type { AccountIntake, IntakeSettings } from '../../src/intake/settings.ts'
import { accountKey, customInputId, operationId } from '../../src/lead/ids.ts'

export const TREE_CARE: Operation = { id: operationId(1), name: 'Tree Care', active: true }
export const LANDSCAPING: Operation = { id: operationId(2), name: 'Landscaping', active: true }
export const SNOW: Operation = { id: operationId(3), name: 'Snow Removal', active: false }

export const LEAD_SOURCE: CustomInput = {
  id: customInputId(10),
  name: 'Lead Source',
  kind: 'dropdown',
  required: true,
  options: [
    { key: 'phone', display: 'Phone' },
    { key: 'web_form', display: 'Web form' },
    { key: 'angi', display: 'Angi' },
  ],
}

export function anAccount(change: Partial<AccountIntake> = {}): AccountIntake {
  return {
    key: accountKey('main'),
    name: 'Main',
    timeZone: 'America/New_York',
    country: 'US',
    areaCode: '770',
    channels: [],
    defaultOperations: {},
    leadSource: { input: 'lead source', byWayIn: { command: 'Phone' } },
    customInputs: {},
    own: { domains: [], phones: [], names: [] },
    ...change,
  }
}

export function aCatalog(change: Partial<AccountCatalog> = {}): AccountCatalog {
  return {
    operations: [TREE_CARE, LANDSCAPING, SNOW],
    customInputs: [LEAD_SOURCE],
    fetchedAt: 0,
    ...change,
  }
}

export function anInput(change: Partial<CustomInput> & Pick<CustomInput, 'id'>): CustomInput {
  return { name: `Input ${change.id}`, kind: 'text', required: false, options: [], ...change }
}

export const FOLLOW_UP: IntakeSettings['followUp'] = {
  presets: [
    { key: 'today-4', label: 'today 4 pm', day: 'today', time: '16:00' },
    { key: 'tomorrow', label: 'tomorrow 7:30', day: 'tomorrow', time: '07:30' },
    { key: 'working', label: 'next working day 8:00', day: 'next-working-day', time: '08:00' },
  ],
  callMinutes: 15,
  visitMinutes: 60,
}

export function someSettings(accounts: readonly AccountIntake[] = [anAccount()]): IntakeSettings {
  return {
    accounts,
    followUp: FOLLOW_UP,
    search: { budget: 16, timeBudgetMs: 6000 },
    ownLeadsForMs: 72 * 3_600_000,
    tellQueuedAfterMs: 1_000,
    matchAgainMs: [15_000],
    unfinishedForMs: 24 * 3_600_000,
    remindAfterMs: 300_000,
  }
}
