import { onTestFinished } from 'vitest'
import type { Draft } from '../../src/lead/draft.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { createMemoryLog } from '../store/memory-log.ts'
import { tempDir } from '../store/temp-dir.ts'

/** A real memory of the test's own. */
export async function ownStore(now: () => number): Promise<Store> {
  const store = await openStore({ dataDir: tempDir(), now, log: createMemoryLog() })
  onTestFinished(() => store[Symbol.asyncDispose]())
  return store
}

export const nothingFound: Omit<NonNullable<Draft['match']>, 'revision'> = {
  shown: [],
  asked: true,
  complete: true,
  failed: false,
}
