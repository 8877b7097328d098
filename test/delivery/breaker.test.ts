import { expect, it } from 'vitest'
import { type Breaker, createBreaker } from '../../src/delivery/breaker.ts'
import { accountKey } from '../../src/lead/ids.ts'
import { aLead, MAIN, START } from './a-lead.ts'

const settings = { breaker: { failures: 3, holdMs: [10, 20] }, backlog: { width: 2, holdMs: 50 } }
const old = aLead()

function aBreaker(): { readonly breaker: Breaker; at(ms: number): void } {
  let clock = START
  return {
    breaker: createBreaker(settings, () => clock),
    at(ms) {
      clock = START + ms
    },
  }
}

function failing(breaker: Breaker, times: number): void {
  for (let time = 0; time < times; time += 1) breaker.noteFailure(MAIN)
}

it('lets leads go until three attempts in a row were not answered', () => {
  const { breaker } = aBreaker()

  failing(breaker, 2)
  const after2 = breaker.admit(old)
  breaker.noteAnswer(MAIN)
  failing(breaker, 2)
  const after2More = breaker.admit(old)
  failing(breaker, 1)
  const after3 = breaker.admit(old)

  expect([after2, after2More, after3]).toEqual([
    { kind: 'go' },
    { kind: 'go' },
    { kind: 'hold', until: START + 10 },
  ])
})

it('lets one probe through when the time is up, and holds longer when it fails', () => {
  const { breaker, at } = aBreaker()
  failing(breaker, 3)
  at(10)

  const admitted = [breaker.admit(old), breaker.admit(aLead())]
  breaker.noteFailure(MAIN)
  const afterwards = breaker.admit(old)

  expect(admitted).toEqual([{ kind: 'probe' }, { kind: 'hold', until: START + 30 }])
  expect(afterwards).toEqual({ kind: 'hold', until: START + 30 })
})

it('lets another probe through when the first did not take place', () => {
  const { breaker, at } = aBreaker()
  failing(breaker, 3)
  at(10)
  breaker.admit(old)

  breaker.abandonProbe(MAIN)

  expect(breaker.admit(old)).toEqual({ kind: 'probe' })
})

it('holds the account as long as SingleOps asked, after a single answer', () => {
  const { breaker } = aBreaker()

  breaker.noteFailure(MAIN, START + 700)

  expect(breaker.admit(old)).toEqual({ kind: 'hold', until: START + 700 })
})

it('keeps accounts apart', () => {
  const { breaker } = aBreaker()

  failing(breaker, 3)

  expect(breaker.admit(aLead({ account: accountKey('south') }))).toEqual({ kind: 'go' })
})

it('lets new leads and released ones go after an outage, and holds the others', () => {
  const { breaker, at } = aBreaker()
  failing(breaker, 3)
  at(10)
  breaker.admit(old)

  const first = breaker.noteAnswer(MAIN)
  breaker.release(MAIN, [old.id])
  const next = breaker.noteAnswer(MAIN)

  expect([first, next]).toEqual([2, 1])
  expect(breaker.admit(old)).toEqual({ kind: 'go' })
  expect(breaker.admit(aLead({ confirmedAt: START + 10 }))).toEqual({ kind: 'go' })
  expect(breaker.admit(aLead())).toEqual({ kind: 'hold', until: START + 60 })
})

it.each([
  {
    how: 'the backlog has ended',
    end: ({ breaker }: ReturnType<typeof aBreaker>) => breaker.endBacklog(MAIN),
  },
  { how: 'no answer has released any for a while', end: ({ at }: ReturnType<typeof aBreaker>) => at(60) },
])('lets everything go again when $how', ({ end }) => {
  const all = aBreaker()
  failing(all.breaker, 3)
  all.at(10)
  all.breaker.noteAnswer(MAIN)

  end(all)

  expect(all.breaker.admit(old)).toEqual({ kind: 'go' })
  expect(all.breaker.noteAnswer(MAIN)).toBe(0)
})
