import type { ExtractInput, ExtractSettings } from '../../src/extract/extraction.ts'

type Mail = Extract<ExtractInput, { kind: 'email' }>

/** A mail from a customer to Cedar Hollow Tree Co; the parts that matter to a test are overridden. */
export function aMail(overrides: Partial<Mail> = {}): Mail {
  return {
    kind: 'email',
    subject: 'Tree work',
    from: [{ name: 'Jane Smith', address: 'jane.smith@example.com' }],
    to: [{ name: 'Cedar Hollow Tree Co', address: 'office@cedarhollowtree.example' }],
    cc: [],
    text: 'I need a quote for an oak.',
    attachments: [],
    ...overrides,
  }
}

export const SETTINGS: ExtractSettings = {
  country: 'US',
  areaCode: '770',
  ownDomains: ['cedarhollowtree.example'],
  ownPhones: ['865-555-0100'],
  ownNames: ['Cedar Hollow Tree Co'],
}
