// Writes down what the newest migration does: node test/upgrade/freeze.ts. To be run once for each new migration; what a release has
// run on people's databases is never changed afterwards.
import { writeFileSync } from 'node:fs'
import { MIGRATIONS, SPELLINGS } from '../../src/store/migrate.ts'
import { frozenPath, toText } from './schemas.ts'

const newest = MIGRATIONS.at(-1)
if (newest) writeFileSync(frozenPath(newest.number), toText(newest.statements(SPELLINGS.sqlite)))
