/** One fault of a view or message, as `blocks.validate` names it. */
export type Problem = {
  /** Slack's words, e.g. `must be less than 25 characters`. */
  readonly message: string
  /** JSON pointer from the view or message, e.g. `/title/text`. */
  readonly pointer: string
}

/** As Slack writes a fault into `response_metadata.messages`, after `[ERROR] `. */
export function describeProblem(problem: Problem, under = ''): string {
  return `${problem.message} [json-pointer:${under}${problem.pointer}]`
}
