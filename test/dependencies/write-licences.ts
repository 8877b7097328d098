import { writeFileSync } from 'node:fs'
import { LIST, readOwnLicences, renderLicences } from './licences.ts'

writeFileSync(LIST, renderLicences(readOwnLicences()))
