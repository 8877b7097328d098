import { describe, expect, it } from 'vitest'
import { readReadingSettings } from '../../src/config/extract-env.ts'
import { SettingsError } from '../../src/config/settings-error.ts'

const noFile = (): string => ''

describe('readReadingSettings', () => {
  it('needs nothing from the environment', () => {
    expect(readReadingSettings({}, noFile)).toEqual({
      country: 'US',
      ownDomains: [],
      ownPhones: [],
      ownNames: [],
    })
  })

  it('takes country and area code from the environment', () => {
    const settings = readReadingSettings({ DEFAULT_COUNTRY: 'CA', DEFAULT_AREA_CODE: '416' }, noFile)

    expect(settings).toMatchObject({ country: 'CA', areaCode: '416' })
  })

  it('takes our own facts from the configuration file', () => {
    const file = () =>
      'accounts:\n  main:\n    own:\n      domains: [cedarhollowtree.example]\n      names: [Cedar Hollow Tree Co]\n'

    const settings = readReadingSettings({ LEADHAND_CONFIG: 'leadhand.yml' }, file)

    expect(settings).toMatchObject({
      ownDomains: ['cedarhollowtree.example'],
      ownNames: ['Cedar Hollow Tree Co'],
    })
  })

  it('names the variable that is wrong', () => {
    expect(() => readReadingSettings({ DEFAULT_COUNTRY: 'XX' }, noFile)).toThrow(SettingsError)
    expect(() => readReadingSettings({ DEFAULT_COUNTRY: 'XX' }, noFile)).toThrow('DEFAULT_COUNTRY')
  })
})
