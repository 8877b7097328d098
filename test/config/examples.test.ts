import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { INHERITED, ONLY_ACCOUNT } from '../../src/config/account-settings.ts'
import { readConfig } from '../../src/config/config.ts'
import { processSettings } from '../../src/config/env.ts'
import { tracingVariables } from '../../src/config/tracing-variables.ts'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const nothing = (): string => {
  throw new Error('no file is expected to be read')
}

describe('.env.example', () => {
  it('is accepted as it is', () => {
    const config = readConfig(parseEnv(read('.env.example')), nothing)

    expect(config.intake.accounts).toHaveLength(1)
    expect(config.slack.appToken).toBeDefined()
  })

  it('is accepted with all of it switched on', () => {
    const all = parseEnv(read('.env.example').replaceAll(/^#(?=[A-Z_]+=)/gmu, ''))

    const config = readConfig(all, () => '')

    expect(config.slack.appToken).toBeDefined()
  })

  it('names every variable that is read, with its default where it has one', () => {
    const text = read('.env.example')
    const shown = parseEnv(text.replaceAll(/^#(?=[A-Z_]+=)/gmu, ''))
    const schemas = { ...processSettings.shape, ...tracingVariables.shape }
    const known = [...Object.keys(schemas), ...Object.values(INHERITED), ...Object.values(ONLY_ACCOUNT)]

    expect(Object.keys(shown).toSorted()).toEqual(known.toSorted())
    for (const [name, schema] of Object.entries(schemas)) {
      const byDefault = schema.safeParse(undefined).data
      if (byDefault !== undefined) expect(shown[name]).toBe(String(byDefault))
    }
  })
})

describe('leadhand.example.yml', () => {
  const environment = {
    ...parseEnv(read('.env.example')),
    LEADHAND_CONFIG: 'leadhand.example.yml',
    NORTH_SINGLEOPS_EMAIL: 'north@example.com',
    NORTH_SINGLEOPS_TOKEN: 'n1',
    SOUTH_SINGLEOPS_EMAIL: 'south@example.com',
    SOUTH_SINGLEOPS_TOKEN: 's1',
  }

  it('is accepted as it is and reaches every room', () => {
    const config = readConfig(environment, read)

    expect(config.intake.accounts[0]).toEqual({
      key: 'north',
      name: 'Tree Care North',
      timeZone: 'America/New_York',
      country: 'US',
      areaCode: '770',
      channels: ['C0123SALES', 'C0123NORTH', 'C0123PLANTS'],
      defaultOperations: { C0123PLANTS: 'Plant Health Care', '*': 'Tree Care' },
      leadSource: {
        input: 'Lead Source',
        byWayIn: {
          command: 'Phone',
          shortcut: 'Phone',
          home: 'Phone',
          'next-lead': 'Phone',
          email: 'Email',
        },
      },
      customInputs: {
        'Property type': { kind: 'show' },
        'Gate code': { kind: 'optional' },
        Division: { kind: 'hide', value: 'Residential' },
      },
      own: { domains: ['treecare.example'], phones: ['770-555-0100'], names: ['Tree Care North'] },
    })
    expect(config.singleops.accounts[0]).toEqual({
      key: 'north',
      userEmail: 'north@example.com',
      userToken: 'n1',
      visitStageId: 8,
      taskTimes: 'local',
      timeZone: 'America/New_York',
      country: 'US',
      notesAreInternal: false,
      referenceInput: 'Leadhand reference',
      phoneSearchSeesMobile: true,
    })
    expect([...config.notifications.cards]).toEqual([
      ['north', { channel: 'C0123NORTH', byOperation: { 'Plant Health Care': 'C0123PLANTS' } }],
      ['south', { channel: 'C0123SOUTH', byOperation: {} }],
    ])
    expect(config.slack.deciders).toEqual(['U0123OWNER'])
  })

  it('says nothing in its general part that is not the default', () => {
    const [byFile, byDefault] = [readConfig(environment, read), readConfig(environment, () => accountsOnly())]

    expect(byFile.intake).toEqual(byDefault.intake)
  })

  const accountsOnly = () => read('leadhand.example.yml').split(/^follow_up:/mu)[0] ?? ''
})
