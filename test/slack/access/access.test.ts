import { describe, expect, it } from 'vitest'
import { userId } from '../../../src/lead/ids.ts'
import { type Access, createAccess, type Right } from '../../../src/slack/access/access.ts'
import type { MemberLists } from '../../../src/slack/access/member-lists.ts'
import type { Standing } from '../../../src/slack/access/people.ts'
import type { SlackSettings } from '../../../src/slack/settings.ts'

const OWN = 'T0OWN'
const MEMBER: Standing = { isGuest: false, isDeactivated: false, isWorkspaceAdmin: false, team: OWN }

type World = {
  readonly standing?: Standing | undefined
  /** Undefined: Slack does not say. */
  readonly listed?: Readonly<Record<string, boolean>>
  readonly settings?: Partial<Pick<SlackSettings, 'access' | 'officeGroup' | 'deciders'>>
  readonly team?: string | undefined
  readonly enterprise?: string
  readonly never?: boolean
}

function inWorld(world: World): Access {
  const standing = 'standing' in world ? world.standing : MEMBER
  const members: MemberLists = {
    includes: async (list) => world.listed?.[list],
    peek: (list) => world.listed?.[list],
  }
  return createAccess({
    settings: world.settings ?? {},
    people: {
      peek: () => standing,
      ask: () => (world.never ? new Promise(() => undefined) : Promise.resolve(standing)),
    },
    members,
    identity: {
      team: () => ('team' in world ? world.team : OWN),
      enterprise: () => world.enterprise,
    },
    delay: () => (world.never ? Promise.resolve() : new Promise(() => undefined)),
  })
}

const someCreators = { createGroups: ['S1'], createChannels: ['C1'], admins: [], guests: false }
const NOBODY = { createGroups: [], createChannels: [], admins: [], guests: false }

describe('who may do what', () => {
  it.each<{ who: string; world: World; right: Right; refusal: string | undefined }>([
    { who: 'a member enters a lead', world: {}, right: 'create', refusal: undefined },
    { who: 'a guest', world: { standing: { ...MEMBER, isGuest: true } }, right: 'belong', refusal: 'guest' },
    {
      who: 'a guest where guests may',
      world: { standing: { ...MEMBER, isGuest: true }, settings: { access: { ...NOBODY, guests: true } } },
      right: 'create',
      refusal: undefined,
    },
    {
      who: 'a person of another workspace where guests may',
      world: { standing: { ...MEMBER, team: 'T0OTHER' }, settings: { access: { ...NOBODY, guests: true } } },
      right: 'belong',
      refusal: 'stranger',
    },
    {
      who: 'a person of another workspace of the same organization',
      world: { standing: { ...MEMBER, team: 'T0SISTER', enterprise: 'E1' }, enterprise: 'E1' },
      right: 'create',
      refusal: undefined,
    },
    {
      who: 'a person of another organization',
      world: { standing: { ...MEMBER, team: 'T0OTHER', enterprise: 'E2' }, enterprise: 'E1' },
      right: 'create',
      refusal: 'stranger',
    },
    {
      who: 'somebody who left',
      world: { standing: { ...MEMBER, isDeactivated: true } },
      right: 'belong',
      refusal: 'stranger',
    },
    {
      who: 'somebody of whom Slack says nothing',
      world: { standing: undefined },
      right: 'belong',
      refusal: 'unknown',
    },
    {
      who: 'anybody while our own workspace is not known',
      world: { team: undefined },
      right: 'belong',
      refusal: 'unknown',
    },
    { who: 'anybody while Slack is slow', world: { never: true }, right: 'create', refusal: 'unknown' },
    {
      who: 'a member of a named channel',
      world: { settings: { access: someCreators }, listed: { S1: false, C1: true } },
      right: 'create',
      refusal: undefined,
    },
    {
      who: 'a member of none',
      world: { settings: { access: someCreators }, listed: { S1: false, C1: false } },
      right: 'create',
      refusal: 'not-a-creator',
    },
    {
      who: 'a member of none, deciding about a lead',
      world: { settings: { access: someCreators }, listed: { S1: false, C1: false } },
      right: 'belong',
      refusal: undefined,
    },
    {
      who: 'a member of none that is known, while Slack does not say who is in the other',
      world: { settings: { access: someCreators }, listed: { C1: false } },
      right: 'create',
      refusal: 'unknown',
    },
    {
      who: 'the office',
      world: {
        settings: { access: someCreators, officeGroup: 'S0' },
        listed: { S1: false, C1: false, S0: true },
      },
      right: 'create',
      refusal: undefined,
    },
    {
      who: 'a named decider',
      world: {
        settings: { access: someCreators, deciders: [userId('U1')] },
        listed: { S1: false, C1: false },
      },
      right: 'create',
      refusal: undefined,
    },
    { who: 'a member who is no admin', world: {}, right: 'administer', refusal: 'not-an-admin' },
    {
      who: "the workspace's admin where nobody is named",
      world: { standing: { ...MEMBER, isWorkspaceAdmin: true } },
      right: 'administer',
      refusal: undefined,
    },
    {
      who: "the workspace's admin where somebody else is named",
      world: {
        standing: { ...MEMBER, isWorkspaceAdmin: true },
        settings: { access: { ...NOBODY, admins: [userId('U2')] } },
      },
      right: 'administer',
      refusal: 'not-an-admin',
    },
    {
      who: 'the office, looking behind the scenes',
      world: { settings: { officeGroup: 'S0' }, listed: { S0: true } },
      right: 'administer',
      refusal: undefined,
    },
  ])('$who: $right → $refusal', async ({ world, right, refusal }) => {
    expect(await inWorld(world).refusalOf('U1', right)).toBe(refusal)
  })
})

it('never holds a form up for what is not known yet', () => {
  expect(inWorld({ standing: undefined }).knownRefusalOf('U1', 'create')).toBeUndefined()
  expect(inWorld({ settings: { access: someCreators } }).knownRefusalOf('U1', 'create')).toBeUndefined()
  expect(inWorld({ standing: { ...MEMBER, isGuest: true } }).knownRefusalOf('U1', 'create')).toBe('guest')
})
