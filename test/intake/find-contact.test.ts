import { expect, it } from 'vitest'
import { readContact } from '../../src/intake/find-contact.ts'
import { someSettings } from './an-account.ts'

it.each([
  ['770-555-0123', { phone: '+17705550123' }],
  ['(770) 555-0123 ext. 4', { phone: '+17705550123 ext 4' }],
  ['+1 770.555.0123 x4', { phone: '+17705550123 ext 4' }],
  ['555-0123', { phone: '+17705550123' }],
  [' Jane@Mail.example ', { email: 'Jane@Mail.example' }],
])('reads %j as a number or email', (text, contact) => {
  expect(readContact(text, undefined, someSettings())).toEqual(contact)
})

it.each([
  'jane smith',
  '1-800-FLOWERS',
  '770-555-0123 oak',
  'jane@mail.example and more',
  '12',
  '',
  '-',
  'x4',
])('reads %j as something else', (text) => {
  expect(readContact(text, undefined, someSettings())).toBeUndefined()
})
