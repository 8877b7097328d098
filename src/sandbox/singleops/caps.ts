/** Longest texts, in UTF-16 units, from the Lead Entry API page. */
export const CAPS = {
  jobName: 41,
  jobNotes: 4000,
  customValue: 4000,
  taskName: 41,
  taskNotes: 4000,
  state: 5,
  portalField: 255,
} as const

export function checkText(value: unknown, label: string, cap: number): string[] {
  if (value === undefined || value === null) return []
  if (typeof value !== 'string') return [`${label} must be text`]
  return value.length > cap ? [`${label} is too long (maximum is ${cap} characters)`] : []
}

export function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}
