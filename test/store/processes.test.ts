import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { leadId } from '../../src/lead/ids.ts'
import { DataDirInUseError, DataDirUnusableError } from '../../src/store/errors.ts'
import { findOpenLeadsInFile } from '../../src/store/open-leads-in-file.ts'
import { openStore } from '../../src/store/open-store.ts'
import { aNewLead, NOON } from './a-lead.ts'
import { createMemoryLog } from './memory-log.ts'
import { tempDir } from './temp-dir.ts'

const CHILD = fileURLToPath(new URL('children/commit-leads.ts', import.meta.url))

/** A process that commits leads as fast as it can; `until` reads its lines up to the nth. */
function spawnCommitter(dataDir: string) {
  const child: ChildProcess = spawn(process.execPath, [CHILD, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  if (!child.stdout) throw new Error('no pipe')
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  const waiting = new Map<number, () => void>()
  reader.on('line', (line) => {
    lines.push(line)
    waiting.get(lines.length)?.()
  })
  return {
    until: (count: number) => {
      if (lines.length >= count) return Promise.resolve()
      return new Promise<void>((resolve) => waiting.set(count, resolve))
    },
    kill: async () => {
      const closed = once(reader, 'close')
      child.kill('SIGKILL')
      await closed
      return lines.slice(1).filter((line) => line.startsWith('lead-'))
    },
  }
}

const open = (dataDir: string) => openStore({ dataDir, now: () => NOON, log: createMemoryLog() })

describe('processes and the data folder', () => {
  it('refuses the folder to a second process, naming the remedy, until the first has ended', async () => {
    const dataDir = tempDir()
    const first = spawnCommitter(dataDir)
    await first.until(1)

    const second = open(dataDir)

    await expect(second).rejects.toThrow(DataDirInUseError)
    await expect(second).rejects.toThrow(/Stop it first|DATA_DIR|DATABASE_URL/u)
    await first.kill()
    await using third = await open(dataDir)
    expect(await third.ready()).toBe(true)
  })

  it('loses nothing that was committed when the process is killed at work', async () => {
    const dataDir = tempDir()
    const committer = spawnCommitter(dataDir)
    await committer.until(100)

    const committed = await committer.kill()

    await using store = await open(dataDir)
    const [open_] = await store.openLeadsByAccount()
    expect(committed.length).toBeGreaterThanOrEqual(99)
    // One more may have been committed without having been able to say so.
    const kept = open_?.references.map((one) => one.replace('LH-', 'lead-')) ?? []
    expect(kept.slice(0, committed.length)).toEqual(committed)
    expect(kept.length - committed.length).toBeLessThanOrEqual(1)
    expect(await store.queue.depth(NOON)).toEqual({ deliver: { waiting: kept.length, oldestDueMs: 0 } })
    expect(await store.leads.findLead(leadId(committed[0] ?? ''))).toMatchObject({ state: 'queued' })
  })

  it('opens a file that another program has locked for a moment', async () => {
    const dataDir = tempDir()
    const holder = new Worker(new URL('children/hold-lock.ts', import.meta.url), { workerData: dataDir })
    const ended = once(holder, 'exit')
    await once(holder, 'message')

    await using store = await open(dataDir)

    expect(await store.ready()).toBe(true)
    await ended
  })

  it('names the folder that it cannot use', async () => {
    await expect(open('/dev/null/data')).rejects.toThrow(DataDirUnusableError)
  })

  it('reads the open leads of a folder without taking it, also while it is in use', async () => {
    const dataDir = tempDir()
    const nothing = await findOpenLeadsInFile(dataDir)
    await using store = await open(dataDir)
    const lead = await store.drafts.transaction((tx) => tx.insertLead(aNewLead()))

    const found = await findOpenLeadsInFile(dataDir)

    expect(nothing).toEqual([])
    expect(found).toMatchObject([{ account: 'main', references: [lead?.reference] }])
  })
})
