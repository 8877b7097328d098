/** Stands for SIGKILL: the process's memory is gone, its ports answer nothing any more. */
export class KilledError extends Error {
  override name = 'KilledError'
}

/** Life of one process, counted in the steps between which it can be killed. */
export type Life = { step(): void; readonly isOver: () => boolean }

export function createLife(diesAfter = Infinity): Life {
  let steps = 0
  return {
    step() {
      steps += 1
      if (steps > diesAfter) throw new KilledError(`Killed at step ${diesAfter}`)
    },
    isOver: () => steps > diesAfter,
  }
}

type Method = (...input: readonly unknown[]) => Promise<unknown>

/** The port as a process sees it that can be killed before and after each call. */
export function mortal<Port extends object>(port: Port, life: Life): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function') return method
      return async (...input: readonly unknown[]): Promise<unknown> => {
        life.step()
        const answer = await (method as Method).apply(
          target,
          input.map((part) => wrapWork(part, life)),
        )
        life.step()
        return answer
      }
    },
  })
}

/** Inside a transaction the process can be killed between any two writes, and then nothing of it is kept. */
function wrapWork(part: unknown, life: Life): unknown {
  if (typeof part !== 'function') return part
  return (tx: object): unknown => (part as (tx: object) => unknown)(mortal(tx, life))
}
