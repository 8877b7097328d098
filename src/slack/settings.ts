import type { AccountKey, UserId } from '../lead/ids.ts'

export type SlackSettings = {
  readonly botToken: string
  readonly signingSecret: string
  /** Set: Socket Mode; unset: HTTP. */
  readonly appToken?: string
  /** Ends in `/`. */
  readonly apiUrl: string
  readonly port: number
  /** Where a person of the office decides; undefined: the taker alone is told. */
  readonly officeChannel?: string
  /** User group id of the office; its members may decide about any lead. */
  readonly officeGroup?: string
  /** People who may decide about any lead besides the office group's members. */
  readonly deciders?: readonly UserId[]
  readonly intakeChannel?: string
  /** Templates with `{id}`; unset: numbers without links. */
  readonly jobUrl?: string
  readonly clientUrl?: string
  /** How people read each account; several: cards name it. */
  readonly accountNames: ReadonlyMap<AccountKey, string>
  readonly accountTimeZones: ReadonlyMap<AccountKey, string>
}
