/** A Slack user in a payload; commands, shortcuts, views and actions name them differently. */
export type PayloadUser = { readonly id: string; readonly name?: string; readonly username?: string }

/** "sam.cole" → "Sam": what stands in a task's name. */
export function firstNameOf({ name, username }: PayloadUser): string {
  const [first = ''] = (name ?? username ?? '').split(/[._\s-]/u)
  return first.charAt(0).toUpperCase() + first.slice(1) || 'Sales'
}
