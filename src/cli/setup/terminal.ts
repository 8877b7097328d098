import { confirm, input, password, select } from '@inquirer/prompts'
import type { Prompts } from './prompts.ts'

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
      select({
        message,
        choices: [...choices],
        ...(initial !== undefined && { default: initial }),
        pageSize: 15,
      }),
    confirm: (message, initial) => confirm({ message, default: initial }),
  }
}
