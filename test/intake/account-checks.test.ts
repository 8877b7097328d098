import { expect, it } from 'vitest'
import { createAccountChecks } from '../../src/intake/account-checks.ts'
import type { CustomInput } from '../../src/intake/ports.ts'
import { customInputId } from '../../src/lead/ids.ts'
import { aCatalog, anAccount, anInput, LEAD_SOURCE } from './an-account.ts'

const options = [{ key: 'res', display: 'Residential' }]

function check(kind: CustomInput['kind'], value: string) {
  const input = anInput({ id: customInputId(11), name: 'Division', kind, required: true, options })
  const account = anAccount({ customInputs: { division: { kind: 'hide', value } } })
  const catalog = aCatalog({ customInputs: [LEAD_SOURCE, input] })
  const [only] = createAccountChecks([account], { load: async () => catalog })
  return only?.run(AbortSignal.timeout(1000))
}

it.each([
  ['dropdown', 'Residential'],
  ['dropdown', 'res'],
  ['multi-dropdown', 'residential'],
  ['checkbox', 'yes'],
  ['checkbox', 'false'],
  ['number', '3'],
  ['text', 'anything'],
] as const)('is content with a hidden %s that always sends %s', async (kind, value) => {
  expect(await check(kind, value)).toMatchObject({ ok: true })
})

it.each([
  ['dropdown', 'Municipal', 'has no option "Municipal", which custom_inputs always sends'],
  ['checkbox', 'perhaps', `can't take "perhaps", which custom_inputs always sends`],
  ['number', 'three', `can't take "three", which custom_inputs always sends`],
  ['date', 'Monday', `can't take "Monday", which custom_inputs always sends`],
] as const)('names a hidden %s that always sends %s', async (kind, value, problem) => {
  expect(await check(kind, value)).toMatchObject({ ok: false, problem: `"Division" ${problem}` })
})
