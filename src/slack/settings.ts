import type { AccountKey, UserId } from '../lead/ids.ts'

export type SlackSettings = {
  readonly botToken: string
  readonly signingSecret: string
  /** Set: Socket Mode; unset: HTTP. */
  readonly appToken?: string
  /** Where Slack posts to over HTTP, if the settings say it. */
  readonly requestUrl?: string
  /** Ends in `/`. */
  readonly apiUrl: string
  readonly port: number
  /** Where a person of the office decides; undefined: the taker alone is told. */
  readonly officeChannel?: string
  /** User group id of the office; its members may decide about any lead. */
  readonly officeGroup?: string
  /** People who may decide about any lead besides the office group's members. */
  readonly deciders?: readonly UserId[]
  /** Unset: everybody of the workspace but guests may enter leads. */
  readonly access?: AccessSettings
  /** What comes in there is read for leads. */
  readonly intakeChannels?: readonly string[]
  /** Templates with `{id}`; unset: numbers without links. */
  readonly jobUrl?: string
  readonly clientUrl?: string
  /** How people read each account; several: cards name it. */
  readonly accountNames: ReadonlyMap<AccountKey, string>
  readonly accountTimeZones: ReadonlyMap<AccountKey, string>
  /** Accounts whose notes hold what only the office may read; none: notes may print on proposals. */
  readonly internalNotes?: ReadonlySet<AccountKey>
}

/** Who may do what. The office (its group and the deciders) may do whatever creators may. */
export type AccessSettings = {
  /** User groups and channels whose members may enter leads; none of both: everybody. */
  readonly createGroups: readonly string[]
  readonly createChannels: readonly string[]
  /** Besides the office group; none: the workspace's own administrators. */
  readonly admins: readonly UserId[]
  /** Whether guests of the workspace count like everybody else. */
  readonly guests: boolean
}
