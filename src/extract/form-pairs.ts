import type { Found } from './found.ts'
import type { Pair } from './labelled-lines.ts'
import type { LabelField } from './labels.ts'

/** The first pair of one of these fields. */
export function firstValue(pairs: readonly Pair[], fields: readonly LabelField[]): Pair | undefined {
  return pairs.find((pair) => pair.field !== undefined && fields.includes(pair.field))
}

/** What a label says counts as sure. */
export function toFound<T>(pair: Pair, value: T): Found<T> {
  return { value, confidence: 'sure', origin: `labelled ${pair.label}`, quote: pair.value.slice(0, 120) }
}
