import type { Identity } from '../identity.ts'
import type { SlackSettings } from '../settings.ts'
import type { MemberLists } from './member-lists.ts'
import type { People, Standing } from './people.ts'

/** `belong`: to be of this workspace. `create`: to make leads. `administer`: to look behind the scenes. Each includes the first. */
export type Right = 'belong' | 'create' | 'administer'

export type Refusal = 'stranger' | 'guest' | 'not-a-creator' | 'not-an-admin' | 'unknown'

export type Access = {
  /** Undefined: nothing stands against it. `unknown` when Slack does not say in time who somebody is. */
  refusalOf(user: string, right: Right): Promise<Refusal | undefined>
  /** What is known, at once; the rest is asked in the background, so that it is known with the next act. */
  knownRefusalOf(user: string, right: Right): Refusal | undefined
}

export type AccessParts = {
  readonly settings: Pick<SlackSettings, 'access' | 'officeGroup' | 'deciders'>
  readonly people: People
  readonly members: MemberLists
  readonly identity: Pick<Identity, 'team' | 'enterprise'>
  readonly delay: (ms: number) => Promise<unknown>
}

// Slack drops an answer after 3 s; what is allowed has to be done in the rest of them.
const WITHIN_MS = 1_200

export function createAccess({ settings, people, members, identity, delay }: AccessParts): Access {
  const { createGroups = [], createChannels = [], admins = [], guests = false } = settings.access ?? {}
  const { officeGroup, deciders = [] } = settings
  const office = officeGroup ? [officeGroup] : []
  const isNamed = (user: string): boolean => [...admins, ...deciders].some((named) => named === user)

  /** In the order in which they are worth asking; none: the right is not restricted to lists. */
  const listsFor = (right: Right): readonly string[] => {
    if (right === 'administer') return office
    const creators = [...createGroups, ...createChannels]
    return right === 'create' && creators.length > 0 ? [...creators, ...office] : []
  }

  function judge(user: string, right: Right, standing: Standing, isListed: boolean): Refusal | undefined {
    const team = identity.team()
    if (team === undefined) return 'unknown'
    const isOwn =
      standing.team === team ||
      (standing.enterprise !== undefined && standing.enterprise === identity.enterprise())
    if (!isOwn || standing.isDeactivated) return 'stranger'
    if (standing.isGuest && !guests) return 'guest'
    if (right === 'administer') {
      const isAdmin = admins.length > 0 ? admins.some((admin) => admin === user) : standing.isWorkspaceAdmin
      return isAdmin || isListed ? undefined : 'not-an-admin'
    }
    if (listsFor(right).length === 0 || isListed || isNamed(user)) return undefined
    return 'not-a-creator'
  }

  async function ask(user: string, right: Right): Promise<Refusal | undefined> {
    const lists = listsFor(right)
    // Known by the time when a form is to be opened, where nothing may be asked.
    for (const list of listsFor('create')) members.peek(list, user)
    const [standing, ...listed] = await Promise.all([
      people.ask(user),
      ...lists.map((list) => members.includes(list, user)),
    ])
    if (!standing) return 'unknown'
    const refusal = judge(user, right, standing, listed.includes(true))
    const mightBeListed = refusal === 'not-a-creator' && listed.includes(undefined)
    return mightBeListed ? 'unknown' : refusal
  }

  return {
    refusalOf: (user, right) =>
      Promise.race([ask(user, right), delay(WITHIN_MS).then((): Refusal => 'unknown')]),
    knownRefusalOf(user, right) {
      const listed = listsFor(right).map((list) => members.peek(list, user))
      const standing = people.peek(user)
      const refusal = standing && judge(user, right, standing, listed.includes(true))
      return refusal === 'unknown' || (refusal === 'not-a-creator' && listed.includes(undefined))
        ? undefined
        : refusal
    },
  }
}
