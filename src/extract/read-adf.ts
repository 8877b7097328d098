import { decodeHTMLStrict } from 'entities'
import { parseAddressLine } from '../lead/parse-address.ts'
import { parsePhone } from '../lead/phone.ts'
import { toRegionCode } from '../lead/regions.ts'
import type { Findings, Found, PersonName, PhoneMention } from './found.ts'
import type { OwnFacts } from './own-facts.ts'
import { parsePersonName } from './person-name.ts'

/** Whether a text carries an Auto-lead Data Format document, which many lead routers send whatever the trade. */
export const isAdf = (text: string): boolean => /<adf\b/iu.test(text) && /<prospect\b/iu.test(text)

/** Reads the customer of an ADF document; vendor and provider are left out. */
export function readAdf(text: string, own: OwnFacts): Findings {
  const customer = elements(text, 'customer')[0]?.inner ?? text
  const name = readName(customer)
  const email = elements(customer, 'email')[0]?.inner
  const provider = elements(elements(text, 'provider')[0]?.inner ?? '', 'name')[0]?.inner
  const source = /<id\b[^>]{0,200}\bsource=["']([^"']{1,100})/iu.exec(text)?.[1] ?? provider
  const address = readAddress(customer, own)
  const notes = [...elements(customer, 'comments'), ...elements(text, 'comments')].map((each) =>
    plain(each.inner),
  )
  return {
    ...(name && { name: sure(name, 'name') }),
    ...(email && { email: sure(plain(email).toLowerCase(), 'email') }),
    ...(source && { source: sure(plain(source), 'source') }),
    phones: readPhones(customer, own),
    addresses: Object.keys(address).length > 0 ? [sure(address, 'address')] : [],
    notes: [...new Set(notes)].filter((note) => note !== ''),
  }
}

type Element = { readonly attributes: string; readonly inner: string }

function elements(text: string, name: string): readonly Element[] {
  const found: Element[] = []
  const lower = text.toLowerCase()
  let at = lower.indexOf(`<${name}`)
  while (at >= 0 && found.length < 50) {
    const open = lower.indexOf('>', at)
    const close = open < 0 ? -1 : lower.indexOf(`</${name}>`, open)
    if (close < 0) break
    const isWhole = /[\s>]/u.test(lower[at + name.length + 1] ?? '')
    if (isWhole)
      found.push({ attributes: text.slice(at + name.length + 1, open), inner: text.slice(open + 1, close) })
    at = lower.indexOf(`<${name}`, isWhole ? close : at + 1)
  }
  return found
}

const plain = (text: string): string =>
  decodeHTMLStrict(text.replace(/<!\[CDATA\[|\]\]>/gu, ''))
    .replace(/\s+/gu, ' ')
    .trim()

const sure = <T>(value: T, what: string): Found<T> => ({
  value,
  confidence: 'sure',
  origin: `labelled ${what}`,
})

function readName(customer: string): PersonName | undefined {
  const parts = elements(customer, 'name')
  const part = (wanted: string): string | undefined => {
    const element = parts.find((each) => new RegExp(`part=["']${wanted}["']`, 'iu').test(each.attributes))
    return element && plain(element.inner)
  }
  const first = part('first')
  const last = part('last')
  if (first || last) return { ...(first && { first }), ...(last && { last }) }
  return parsePersonName(part('full') ?? plain(parts[0]?.inner ?? ''))
}

function readPhones(customer: string, own: OwnFacts): readonly Found<PhoneMention>[] {
  return elements(customer, 'phone').flatMap((element) => {
    const quote = plain(element.inner)
    const parsed = parsePhone(quote, own)
    if (parsed.kind !== 'phone' || /type=["']fax/iu.test(element.attributes)) return []
    const use = /type=["'](?:cell|mobile)/iu.test(element.attributes) ? 'mobile' : 'plain'
    return [sure<PhoneMention>({ number: parsed.number, use, start: 0, end: 0, quote }, 'phone')]
  })
}

function readAddress(customer: string, own: OwnFacts): Findings['addresses'][number]['value'] {
  const text = (name: string): string => plain(elements(customer, name)[0]?.inner ?? '')
  const [street = '', unit = ''] = elements(customer, 'street').map((each) => plain(each.inner))
  const [apartment = ''] = elements(customer, 'apartment').map((each) => plain(each.inner))
  const region = text('regioncode')
  const state = toRegionCode(region, own.country) ?? region
  const parsed = street === '' ? {} : parseAddressLine(street, own)
  return {
    ...parsed,
    ...((unit || apartment) && { unit: unit || apartment }),
    ...(text('city') && { city: text('city') }),
    ...(state && { state }),
    ...(text('postalcode') && { postalCode: text('postalcode').toUpperCase() }),
  }
}
