import { expect, it } from 'vitest'
import { isCompanyName } from '../../src/extract/company-name.ts'

it.each([
  'Oakwood Homeowners Association',
  'Peachtree Property Management',
  'Acme LLC',
  'Acme, Inc.',
  'madison hoa',
  'Grace Baptist Church',
  'St Mark’s Church',
  'Kelly Farms',
  'Smith Law Firm',
  'City of Marietta',
])('reads %s as a company', (name) => {
  expect(isCompanyName(name)).toBe(true)
})

it.each([
  'Jane Smith',
  'Jude Law',
  'Hoa Nguyen',
  'Roy Orchard',
  'Marina Lopez',
  'Marina Garcia Lopez',
  'Nadia Church',
  'Mary Ann Temple',
  'Grace Church',
  'Bob & Jane Smith',
  'Nadia van der Berg',
  'Jane Smith, Oakwood HOA',
  'Jane Smith (Oakwood HOA)',
  'Jane from Acme LLC',
  'Management',
])('reads %s as a person', (name) => {
  expect(isCompanyName(name)).toBe(false)
})
