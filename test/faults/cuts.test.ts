import { expect, it } from 'vitest'
import { SCENARIOS } from './scenarios.ts'
import { cutEachPost } from './singleops-cuts.ts'
import { cutEachSlackCall, doubleEverything } from './slack-cuts.ts'
import { sum } from './table.ts'

it('makes one lead or tells a person, however the POST is cut', async () => {
  const chosen = [
    'processed, then reset',
    'reset half-way in the request',
    '502, processed',
    '401 in the middle of the day',
  ]

  const rows = await cutEachPost({ choose: (name) => chosen.includes(name) })
  const known = await cutEachPost({ known: true, choose: (name) => chosen.includes(name) })

  expect(sum('new', rows)).toMatchObject({ confirmed: 8, jobs: 8, lost: [], doubled: [] })
  expect(sum('known', known)).toMatchObject({ confirmed: 8, lost: [], doubled: [], told: 3 })
})

it('shows each lead although Slack cuts calls and delivers everything twice', async () => {
  const rows = await cutEachSlackCall({ choose: (name) => /^chat\.\w+ (reset|is_archived|429)/u.test(name) })
  const twice = await doubleEverything({ scenarios: SCENARIOS.slice(0, 1) })

  expect(sum('cut', rows)).toMatchObject({ lost: [], doubled: [], told: 0 })
  expect(twice).toMatchObject({ confirmed: 1, jobs: 1, lost: [], doubled: [] })
})
