export type Choice<Value> = { readonly name: string; readonly value: Value }

/** How set-up talks with the person in front of it. */
export type Prompts = {
  say(text: string): void
  /** Gives what was typed, `initial` for nothing. */
  text(question: string, initial?: string): Promise<string>
  /** What is typed is not shown. `isKnown`: nothing typed keeps what is there, and gives undefined. */
  secret(question: string, isKnown: boolean): Promise<string | undefined>
  choose<Value>(question: string, choices: readonly Choice<Value>[], initial?: Value): Promise<Value>
  confirm(question: string, initial: boolean): Promise<boolean>
}
