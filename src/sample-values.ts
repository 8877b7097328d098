import { customFieldsFor } from './intake/custom-fields.ts'
import type { AccountCatalog } from './intake/ports.ts'
import type { AccountIntake } from './intake/settings.ts'
import type { CustomValue } from './lead/lead.ts'
import { SAMPLE_MARK } from './lead/sample-lead.ts'

/** Something for every custom input without which SingleOps would refuse the lead. */
export function requiredValues(
  account: AccountIntake,
  catalog: AccountCatalog,
  operation: Parameters<typeof customFieldsFor>[2],
): CustomValue[] {
  return customFieldsFor(account, catalog, operation).flatMap(({ input, place }) => {
    const hidden = typeof place === 'object' ? place.hiddenWith : undefined
    if (!input.required && hidden === undefined) return []
    return [{ inputId: input.id, name: input.name, value: hidden ?? sampleValue(input) }]
  })
}

function sampleValue({ kind, options }: AccountCatalog['customInputs'][number]): string {
  switch (kind) {
    case 'dropdown':
    case 'multi-dropdown':
      return options[0]?.key ?? SAMPLE_MARK
    case 'checkbox':
      return 'true'
    case 'number':
      return '1'
    case 'date':
      return '2030-01-01'
    default:
      return SAMPLE_MARK
  }
}
