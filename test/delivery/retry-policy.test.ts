import { expect, it } from 'vitest'
import { retryDelayMs } from '../../src/delivery/retry-policy.ts'

const settings = { backoffMs: [1_000, 5_000, 60_000], jitter: 0.2, retryAfterCapMs: 900_000 }

it.each([
  { attempts: 1, asked: undefined, chance: 0, delay: 1_000 },
  { attempts: 2, asked: undefined, chance: 0, delay: 5_000 },
  { attempts: 3, asked: undefined, chance: 0, delay: 60_000 },
  { attempts: 99, asked: undefined, chance: 0, delay: 60_000 },
  { attempts: 0, asked: undefined, chance: 0, delay: 1_000 },
  { attempts: 1, asked: undefined, chance: 0.5, delay: 1_100 },
  { attempts: 1, asked: 30, chance: 0, delay: 30_000 },
  { attempts: 1, asked: 30, chance: 1, delay: 36_000 },
  { attempts: 3, asked: 2, chance: 0, delay: 60_000 },
  { attempts: 1, asked: 86_400, chance: 0, delay: 900_000 },
  { attempts: 1, asked: -5, chance: 0, delay: 1_000 },
  { attempts: 1, asked: Number.NaN, chance: 0, delay: 1_000 },
])(
  'waits $delay ms after attempt $attempts when asked for $asked s and chance is $chance',
  ({ attempts, asked, chance, delay }) => {
    expect(retryDelayMs(attempts, asked, settings, () => chance)).toBe(delay)
  },
)
