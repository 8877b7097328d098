import type { ClientSeed } from '../client-book.ts'

const MARIETTA = {
  bill_addr_city: 'Marietta',
  bill_addr_state: 'GA',
  bill_addr_postal_code: '30060',
} as const

/** Clients that are in every data set, each for one thing that a demo or a test wants to meet. Their numbers belong to nobody else (see `isReserved`). */
export const KNOWN_CLIENTS = {
  /** Nothing unusual: found by her number in another spelling, or by her email. */
  jane: {
    name: 'Jane Smith',
    first_name: 'Jane',
    last_name: 'Smith',
    email: 'Jane.Smith@mail.example',
    phone: '(770) 555-0123',
    bill_addr_1: '200 Main St',
    ...MARIETTA,
  },
  /** Shares surname and street with Jane, not her number. */
  harold: {
    name: 'Harold Smith',
    first_name: 'Harold',
    last_name: 'Smith',
    email: 'harold@inbox.example',
    phone: '770.555.0124',
    bill_addr_1: '214 Main Street',
    ...MARIETTA,
  },
  /** Maria and Luis have one number. */
  maria: {
    name: 'Maria Lopez',
    first_name: 'Maria',
    last_name: 'Lopez',
    phone: '404-555-0142',
    email: 'mlopez@mail.example',
    bill_addr_1: '18 Dogwood Ln',
    ...MARIETTA,
  },
  luis: {
    name: 'Luis Lopez',
    first_name: 'Luis',
    last_name: 'Lopez',
    phone: '4045550142',
    bill_addr_1: '18 Dogwood Lane',
    ...MARIETTA,
  },
  /** A company with two numbers and an extension in one field, and a notice. */
  peachtree: {
    name: 'Peachtree Property Management',
    company_name: 'Peachtree Property Management',
    first_name: 'Carol',
    last_name: 'Dunn',
    email: 'OFFICE@peachtree-pm.example',
    phone: '(404) 555-0110 x2 / 404-555-0111',
    bill_addr_1: '3400 Peachtree Rd',
    bill_addr_2: 'Ste 200',
    bill_addr_city: 'Atlanta',
    bill_addr_state: 'GA',
    bill_addr_postal_code: '30326',
    notice: 'Every job needs a purchase order',
  },
  archived: {
    name: 'Walter Grady',
    first_name: 'Walter',
    last_name: 'Grady',
    email: 'wgrady@post.example',
    phone: '770 555 0131',
    bill_addr_1: '77 Whitlock Ave',
    ...MARIETTA,
    active: false,
  },
  onHold: {
    name: 'Dale Pruitt',
    first_name: 'Dale',
    last_name: 'Pruitt',
    email: 'dale.pruitt@mail.example',
    phone: '678-555-0132',
    bill_addr_1: '9 Powder Springs Rd',
    ...MARIETTA,
    on_hold: true,
    hold_reason: 'Past due more than 90 days',
  },
  notice: {
    name: 'Nora Bell',
    first_name: 'Nora',
    last_name: 'Bell',
    email: 'nora@bell.example',
    phone: '1-770-555-0133',
    bill_addr_1: '510 Cherokee St',
    ...MARIETTA,
    notice: 'Two big dogs, call before entering the yard',
  },
  unconfirmed: {
    name: 'Terrence Webb',
    first_name: 'Terrence',
    last_name: 'Webb',
    email: 'twebb@inbox.example',
    phone: '+17705550134',
    unconfirmed: true,
  },
  /** Was merged into `survivor`. */
  merged: {
    name: 'T. Whitfield',
    first_name: 'T.',
    last_name: 'Whitfield',
    phone: '(678) 555-0135',
    bill_addr_1: '12 Laurel Ct',
    ...MARIETTA,
  },
  survivor: {
    name: 'Tara Whitfield',
    first_name: 'Tara',
    last_name: 'Whitfield',
    email: 'tara.whitfield@mail.example',
    phone: '678.555.0135',
    bill_addr_1: '12 Laurel Court',
    ...MARIETTA,
  },
  /** The phone search finds her only when it also sees mobiles. */
  mobileOnly: {
    name: 'Ingrid Olsen',
    first_name: 'Ingrid',
    last_name: 'Olsen',
    email: 'ingrid.olsen@post.example',
    mobile: '(770) 555-0136',
    bill_addr_1: '640 Church St',
    ...MARIETTA,
  },
  /** No search for the number reaches him: there is text before it. */
  textBefore: {
    name: 'Vernon Tuttle',
    first_name: 'Vernon',
    last_name: 'Tuttle',
    phone: 'wife Ann 770-555-0137',
    bill_addr_1: '31 Old Canton Rd',
    ...MARIETTA,
  },
} as const satisfies Readonly<Record<string, ClientSeed & { readonly name: string }>>

export const KNOWN_MERGES = [{ from: KNOWN_CLIENTS.merged.name, into: KNOWN_CLIENTS.survivor.name }] as const
