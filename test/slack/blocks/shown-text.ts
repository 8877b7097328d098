/** All text that a message or view shows, in reading order, buttons included; urls and ids are not shown. */
export function shownText(part: unknown): string {
  return textsOf(part).join('\n')
}

function textsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsOf)
  if (typeof part !== 'object' || part === null) return []
  if ('type' in part && (part.type === 'mrkdwn' || part.type === 'plain_text')) {
    return 'text' in part && typeof part.text === 'string' ? [part.text] : []
  }
  return Object.entries(part)
    .filter(([key]) => key !== 'metadata')
    .flatMap(([, value]) => textsOf(value))
}

/** The labels of all buttons, in order. */
export function buttonLabels(part: unknown): string[] {
  return buttonsOf(part).map((button) => button.text.text)
}

export type ShownButton = {
  readonly type: 'button'
  readonly text: { readonly text: string }
  readonly action_id: string
  readonly value?: string
  readonly url?: string
  readonly confirm?: { readonly text: { readonly text: string } }
}

export function buttonsOf(part: unknown): ShownButton[] {
  if (Array.isArray(part)) return part.flatMap(buttonsOf)
  if (typeof part !== 'object' || part === null) return []
  if ('type' in part && part.type === 'button') return [part as ShownButton]
  return Object.values(part).flatMap(buttonsOf)
}
