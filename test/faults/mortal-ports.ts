import type { Overrides } from '../../src/app.ts'

/** Told of each step that the process takes: before and after every call of a port, and around every commit. */
export type Visit = (point: string) => void

export type Watch = {
  readonly visit: Visit
  /** Told of each point there is, visited or not. */
  readonly declare: (point: string) => void
  /** Awaited before each handler of the queue: it may never come back. */
  readonly pass: () => Promise<void>
}

type Ports = Required<Omit<Overrides, 'now' | 'random'>>

/** The real ports, each call of which is a point where the process can be killed. A port that is added later is watched like the others. */
export function mortalPorts(watch: Watch): Ports {
  return {
    store: (store) => watchPorts(store, 'store', watch),
    singleops: (singleops) => watchPorts(singleops, 'singleops', watch),
    notifier: (notifier) => watched(notifier, 'notifier', watch),
    intakeChannel: (ports) => watchPorts(ports, 'intakeChannel', watch),
  }
}

type Method = (...input: unknown[]) => unknown

/** A bundle of ports: each under its own name, functions beside them under the bundle's. */
function watchPorts<Bundle extends object>(bundle: Bundle, name: string, watch: Watch, prefix = ''): Bundle {
  const ports = Object.entries(bundle)
    .filter(([, value]) => isPort(value))
    .map(([key, port]) => [key, watched(port as object, `${prefix}${key}`, watch)] as const)
  return watched({ ...bundle, ...Object.fromEntries(ports) }, name, watch)
}

const isPort = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function watched<Port extends object>(port: Port, name: string, watch: Watch): Port {
  for (const key of methodsOf(port)) {
    for (const side of ['before', 'after']) watch.declare(`${name}.${key} ${side}`)
    if (key === 'transaction') watch.declare(`${name}.transaction commit`)
  }
  return new Proxy(port, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key)
      if (typeof method !== 'function' || typeof key === 'symbol') return method
      const point = `${name}.${key}`
      return (...input: unknown[]): unknown => {
        watch.visit(`${point} before`)
        const answer = (method as Method).apply(target, wrapInput(point, input, watch))
        if (answer instanceof Promise) return answer.finally(() => watch.visit(`${point} after`))
        watch.visit(`${point} after`)
        return answer
      }
    },
  })
}

/** Its own and, of an instance, those of its class. */
function methodsOf(port: object): string[] {
  const names = new Set<string>()
  for (let level = port; level !== Object.prototype && level !== null; level = Object.getPrototypeOf(level)) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (name !== 'constructor' && typeof Reflect.get(port, name) === 'function') names.add(name)
    }
  }
  return [...names]
}

function wrapInput(point: string, input: readonly unknown[], watch: Watch): unknown[] {
  if (point.endsWith('.transaction')) return input.map((work) => wrapWork(work as Method, point, watch))
  if (point === 'queue.start')
    return [watched(hangable(input[0] as Handlers, watch), 'handler', watch), ...input.slice(1)]
  return [...input]
}

type Handlers = Readonly<Record<string, Method>>

function hangable(handlers: Handlers, { pass }: Watch): Handlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([topic, handler]) => [
      topic,
      async (...input: unknown[]) => {
        await pass()
        return handler(...input)
      },
    ]),
  )
}

/** Each write of a transaction is a point, and so is the moment before its commit. */
function wrapWork(work: Method, point: string, watch: Watch): Method {
  return async (tx) => {
    const name = point.replace('transaction', 'tx')
    const result = await work(watchPorts(tx as object, name, watch, `${name}.`))
    watch.visit(`${point} commit`)
    return result
  }
}
