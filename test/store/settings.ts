import { STORE_DEFAULTS, type StoreSettings } from '../../src/store/settings.ts'
import { NOON } from './a-lead.ts'
import { createMemoryLog } from './memory-log.ts'

export function someSettings(parts: Partial<StoreSettings> = {}): StoreSettings {
  return { ...STORE_DEFAULTS, now: () => NOON, log: createMemoryLog(), ...parts }
}
