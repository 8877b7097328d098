import type { Overrides } from '../../src/app.ts'

/** Told of each step that the process takes: before and after every call of a port, and around every commit. */
export type Visit = (point: string) => void

type Ports = Required<Pick<Overrides, 'store' | 'singleops' | 'notifier'>>

/** The real ports, each call of which is a point where the process can be killed. */
export function mortalPorts(visit: Visit): Ports {
  return {
    store: (store) => ({
      ...store,
      drafts: watched(store.drafts, 'drafts', visit),
      leads: watched(store.leads, 'leads', visit),
      posts: watched(store.posts, 'posts', visit),
      snapshots: watched(store.snapshots, 'snapshots', visit),
      queue: watched(store.queue, 'queue', visit),
    }),
    singleops: (singleops) => ({
      ...singleops,
      catalog: watched(singleops.catalog, 'catalog', visit),
      directory: watched(singleops.directory, 'directory', visit),
      gateway: watched(singleops.gateway, 'gateway', visit),
      sentClients: watched(singleops.sentClients, 'sentClients', visit),
    }),
    notifier: (notifier) => watched(notifier, 'notifier', visit),
  }
}

type Method = (...input: unknown[]) => unknown

function watched<Port extends object>(port: Port, name: string, visit: Visit): Port {
  return new Proxy(port, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key)
      if (typeof method !== 'function' || typeof key === 'symbol') return method
      const point = `${name}.${key}`
      return (...input: unknown[]): unknown => {
        visit(`${point} before`)
        const answer = (method as Method).apply(target, wrapInput(point, input, visit))
        if (answer instanceof Promise) return answer.finally(() => visit(`${point} after`))
        visit(`${point} after`)
        return answer
      }
    },
  })
}

function wrapInput(point: string, input: readonly unknown[], visit: Visit): unknown[] {
  if (point.endsWith('.transaction')) return input.map((work) => wrapWork(work as Method, point, visit))
  if (point === 'queue.start') return [wrapHandlers(input[0] as object, visit), ...input.slice(1)]
  return [...input]
}

/** Each write of a transaction is a point, and so is the moment before its commit. */
function wrapWork(work: Method, point: string, visit: Visit): Method {
  return async (tx) => {
    const result = await work(watched(tx as object, point.replace('transaction', 'tx'), visit))
    visit(`${point} commit`)
    return result
  }
}

function wrapHandlers(handlers: object, visit: Visit): object {
  return watched({ ...handlers }, 'handler', visit)
}
