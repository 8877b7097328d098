import { describe, expect, it } from 'vitest'
import { writeTablesOut } from '../../src/extract/label-tables.ts'

describe('writeTablesOut', () => {
  it('writes the only row of a call sheet as labelled lines', () => {
    const sheet = [
      '#   TIME    NAME                 CALLBACK        CITY/ST',
      '1   22:31   Harold A. Pickering  518-555-0154    Saratoga Springs NY',
    ]

    const lines = writeTablesOut(sheet)

    expect(lines).toContain('NAME: Harold A. Pickering')
    expect(lines).toContain('CALLBACK: 518-555-0154')
    expect(lines).toContain('CITY/ST: Saratoga Springs NY')
  })

  it('goes by the headings where a value fills its column', () => {
    const sheet = [
      'TIME    CALLER              PHONE           TOWN',
      '03:12   Mrs. Opal Rasmusson 360-555-0183    La Conner WA',
    ]

    expect(writeTablesOut(sheet)).toContain('CALLER: Mrs. Opal Rasmusson')
  })

  it('leaves a table of several callers as it is', () => {
    const sheet = [
      'NAME        PHONE           CITY',
      'Ada Byron   518-555-0154    Troy',
      'Bo Derrick  518-555-0155    Albany',
    ]

    expect(writeTablesOut(sheet)).toEqual(sheet)
  })
})
