import { confirm, input, password, search, select } from '@inquirer/prompts'
import type { Choice, Prompts } from './prompts.ts'

const SHORT_LIST = 15

/** By a part of its name, the one that is chosen now on top. */
function searchIn<Value>(
  message: string,
  choices: readonly Choice<Value>[],
  initial: Value | undefined,
): Promise<Value> {
  const ordered = choices.toSorted((a, b) => Number(b.value === initial) - Number(a.value === initial))
  return search({
    message: `${message} (type a part of its name)`,
    source: (term = '') =>
      ordered.filter(({ name }) => name.toLowerCase().includes(term.trim().toLowerCase())),
    pageSize: SHORT_LIST,
  })
}

/** Set-up's questions in a terminal. */
export function terminalPrompts(): Prompts {
  return {
    say: (text) => void process.stdout.write(`${text}\n`),
    text: (message, initial) => input({ message, ...(initial !== undefined && { default: initial }) }),
    async secret(message, isKnown) {
      const hint = isKnown ? ' (Enter keeps the one that is there)' : ''
      const typed = await password({ message: `${message}${hint}`, toggleMask: false })
      return typed.trim() || undefined
    },
    choose: (message, choices, initial) =>
      choices.length > SHORT_LIST
        ? searchIn(message, choices, initial)
        : select({
            message,
            choices: [...choices],
            ...(initial !== undefined && { default: initial }),
            pageSize: SHORT_LIST,
          }),
    confirm: (message, initial) => confirm({ message, default: initial }),
  }
}
