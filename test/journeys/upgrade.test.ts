import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { seedAccount } from '../../src/sandbox/seed.ts'
import { MIGRATIONS } from '../../src/store/migrate.ts'
import { makeOldDatabase, OLD_LEADS } from '../upgrade/old-database.ts'
import { create, findClient, openForm } from './people.ts'
import { startStage } from './stage.ts'

const { operations, customInputs = [] } = seedAccount({ clients: 60 })
const idOf = (all: readonly { readonly id: number; readonly name: string }[], name: string): string =>
  String(all.find((each) => each.name === name)?.id)

it.each(MIGRATIONS.map(({ number }) => number))(
  'goes on where the version with schema %i stopped',
  async (schema) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-upgrade-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    await makeOldDatabase(
      { dataDir },
      {
        schema,
        operation: { id: idOf(operations, 'Tree Care'), name: 'Tree Care' },
        leadSource: { inputId: idOf(customInputs, 'Lead Source'), name: 'Lead Source', value: 'phone' },
      },
    )

    const stage = await startStage({ env: () => ({ DATA_DIR: dataDir }) })
    await stage.singleops.waitFor(() => stage.singleops.jobs().length === 2)
    const ana = stage.ws.as('ana')
    await openForm(stage, ana)
    await findClient(stage, ana, {
      Phone: '404-555-0120',
      Name: 'Nadia Okafor',
      Operation: 'Tree Care',
      'Lead Source': 'Phone',
      'What do they need?': 'Oak down',
    })
    await create(stage, ana)

    const names = stage.singleops.jobs().map((job) => job.clientName)
    expect(names.toSorted()).toEqual(
      [`${OLD_LEADS.queued.name} Oldham`, `${OLD_LEADS.waiting.name} Oldham`, 'Nadia Okafor'].toSorted(),
    )
  },
)
