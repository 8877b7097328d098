/** One thing that is wrong with the settings. Never holds the value of a secret. */
export type SettingsProblem = {
  /** Name of the environment variable, or path in the configuration file: `accounts.north.time_zone`. */
  readonly where: string
  readonly problem: string
  readonly remedy: string
}

/** The settings can't be used; `problems` lists everything that is wrong with them, at once. */
export class SettingsError extends Error {
  override name = 'SettingsError'
  readonly code = 'settings_wrong'
  /** For whoever writes settings by hand. */
  readonly advice = 'Or let set-up ask for everything and write it: npm run setup'
  readonly problems: readonly SettingsProblem[]

  constructor(problems: readonly SettingsProblem[]) {
    super(describe(problems))
    this.problems = problems
  }
}

function describe(problems: readonly SettingsProblem[]): string {
  const count = problems.length === 1 ? 'One setting is' : `${problems.length} settings are`
  const lines = problems.map(({ where, problem, remedy }) => `  ${where} ${problem}\n    → ${remedy}`)
  return `${count} wrong:\n${lines.join('\n')}`
}
