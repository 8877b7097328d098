import { styleText } from 'node:util'
import type { DisplayedView, Message } from '../workspace/api.ts'
import type { NameOf } from '../workspace/render/read-mrkdwn.ts'
import { renderMessage } from '../workspace/render-text.ts'

/** Tells on the terminal what each person does and sees. */
export type Narrator = {
  title(text: string): void
  does(person: string, act: string): void
  sees(person: string, view: DisplayedView): void
  stands(where: string, message: Message): void
  record(title: string, fields: Readonly<Record<string, unknown>>): void
}

const WIDTH = 78

/** `nameOf`: how a person or channel is called, by id. */
export function createNarrator(write: (text: string) => void, nameOf: NameOf): Narrator {
  const frame = (heading: string, lines: readonly string[]) => {
    write(`  ┌─ ${heading} ${'─'.repeat(Math.max(0, WIDTH - heading.length - 5))}\n`)
    for (const line of lines.flatMap(wrap)) write(`  │ ${line}\n`)
    write(`  └${'─'.repeat(WIDTH - 1)}\n`)
  }
  return {
    title: (text) => write(`\n${styleText('bold', text)}\n`),
    does: (person, act) => write(`\n${styleText('cyan', `▸ ${person}`)} ${act}\n`),
    sees: (person, view) => frame(`${person} sees`, view.text.split('\n')),
    stands: (where, message) => frame(where, renderMessage(message, { nameOf }).split('\n')),
    record: (title, fields) =>
      frame(
        title,
        Object.entries(fields).map(([name, value]) => `${name}: ${String(value).replaceAll('\n', ' ⏎ ')}`),
      ),
  }
}

function wrap(line: string): string[] {
  const lines: string[] = []
  let rest = line
  while (rest.length > WIDTH) {
    const space = rest.lastIndexOf(' ', WIDTH)
    const cut = space > WIDTH / 2 ? space : WIDTH
    lines.push(rest.slice(0, cut))
    rest = rest.slice(cut).trimStart()
  }
  return [...lines, rest]
}
