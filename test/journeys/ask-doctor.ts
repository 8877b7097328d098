import { createDoctor } from '../../src/app-doctor.ts'
import { examine } from '../../src/cli/examine.ts'
import { readConfig } from '../../src/config/config.ts'
import { createLogger } from '../../src/ops/logger.ts'
import type { Stage } from './stage.ts'

type Asked = { readonly json?: boolean; readonly card?: boolean; readonly request?: boolean }

/** Runs doctor beside the app, with the app's own settings. */
export async function askDoctor(
  stage: Stage,
  { json = false, card = false, request = false }: Asked = {},
  {
    now = Date.now,
    env = {},
    file = '',
  }: { now?: () => number; env?: Record<string, string>; file?: string } = {},
) {
  const printed: string[] = []
  const config = readConfig({ ...stage.env, ...env }, () => file)
  await using doctor = createDoctor(config, createLogger({ level: 'silent' }), now)
  const exitCode = await examine(doctor, {
    json,
    sendTestCard: card,
    printRequest: request,
    print: (text) => printed.push(text),
  })
  return { exitCode, text: printed.join('\n') }
}
