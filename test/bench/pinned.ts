import { spawnSync } from 'node:child_process'
import { availableParallelism, setPriority } from 'node:os'

const APP_CORE = '1'
const OWN_CORE = '0'

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0

type Whole = readonly [string, ...string[]]
type Parted = readonly [command: string, args: readonly string[]]

/** Where the machine can: both apps on one core, all that measures them on another, so that neither takes the other's time. */
export function pinned(whole: Whole): Parted {
  return canPin ? ['taskset', ['-c', APP_CORE, ...whole]] : asItIs(whole)
}

export const asItIs = ([command, ...args]: Whole): Parted => [command, args]

/** Moves this process to the other core; says whether the cores are parted. */
export function pinSelf(): boolean {
  return canPin && spawnSync('taskset', ['-apc', OWN_CORE, String(process.pid)]).status === 0
}

const BEFORE_OTHERS = -15

/** Before whatever else the machine does, where that is allowed; the apps inherit it, both alike. */
export function hurrySelf(): void {
  try {
    setPriority(BEFORE_OTHERS)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SYSTEM_ERROR')) throw error
  }
}
