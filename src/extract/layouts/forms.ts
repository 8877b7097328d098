import type { Layout } from './layout.ts'

// What a form's service tells of the account, not of somebody who filled it in.
const ABOUT_ITSELF =
  /\b(?:tasks?|reminder|digest|(?:weekly|daily|monthly) (?:summary|report|recap)|storage|billing|invoice|trial|upgrade|limit (?:reached|exceeded))\b/iu

const form = (name: string, sender: RegExp, body?: RegExp): Layout => ({
  name,
  kind: 'form',
  sender,
  noLead: ABOUT_ITSELF,
  ...(body && { body }),
})

// What a program for running a business tells of jobs that stand in its calendar or books already.
const IN_THE_BOOKS =
  /\b(?:invoices?|payments?|paid|receipts?|payouts?|visits?|reminders?|timesheets?|reviews?|subscription)\b|\b(?:quote|estimate|proposal|job|appointment|work order)s?\b.{0,25}\b(?:approved|accepted|declined|viewed|signed|completed?|cancell?ed|rescheduled|assigned|confirmed|changes)\b/iu

const crm = (name: string, sender: RegExp): Layout => ({ name, kind: 'form', sender, settled: IN_THE_BOOKS })

const CRMS: readonly Layout[] = [
  crm('Jobber', /\b(?:get)?jobber\b/iu),
  crm('Housecall Pro', /house ?call ?pro/iu),
  crm('ServiceTitan', /service ?titan/iu),
  crm('Workiz', /workiz/iu),
  crm('Yardbook', /yardbook/iu),
  crm('Arborgold', /arbor ?gold/iu),
  crm('Service Autopilot', /service ?autopilot/iu),
  crm('LMN', /\bgolmn\b|\blmn\b/iu),
  crm('GorillaDesk', /gorilla ?desk/iu),
  crm('Kickserv', /kickserv/iu),
  crm('FieldPulse', /field ?pulse/iu),
  crm('Markate', /markate/iu),
  crm('RealGreen', /real ?green/iu),
  crm('Aspire', /youraspire/iu),
]

export const FORMS: readonly Layout[] = [
  ...CRMS,
  form('Jotform', /jotform/iu, /\bjotform\b/iu),
  form('Typeform', /typeform/iu, /\btypeform\b/iu),
  form('Google Forms', /google forms|forms-receipts/iu, /\bgoogle forms\b/iu),
  form('Squarespace', /squarespace/iu, /sent via form submission from/iu),
  form('Wix', /\bwix\b|wix-forms|wixforms/iu, /\bwix\b/iu),
  form('HubSpot', /hubspot/iu, /\bhubspot form\b/iu),
  form('Formspree', /formspree/iu, /\bformspree\b/iu),
  form('Netlify', /netlify/iu, /\bnetlify\b/iu),
  form('Webflow', /webflow/iu, /\bwebflow\b/iu),
  form('Wufoo', /wufoo/iu),
  form('Cognito Forms', /cognito ?forms/iu),
  form('Formstack', /formstack/iu),
  form('Weebly', /weebly/iu),
  form('GoDaddy', /godaddy|secureserver/iu),
  form('Duda', /\bduda\b|multiscreensite/iu),
  form('Shopify', /shopify/iu),
  form('Elementor', /elementor/iu, /powered by:? elementor/iu),
  form('Gravity Forms', /gravity ?forms/iu),
  form('WPForms', /wp ?forms/iu, /\bwpforms\b/iu),
  form('Contact Form 7', /contact ?form ?7/iu, /this e-?mail was sent from a contact form on/iu),
  form('Ninja Forms', /ninja ?forms/iu),
  form('Formidable Forms', /formidable/iu),
  form('Fluent Forms', /fluent ?forms/iu),
  form('Unbounce', /unbounce/iu),
  form('Leadpages', /leadpages/iu),
  form('123FormBuilder', /123form/iu),
  form('Zoho Forms', /zoho/iu),
  form('Microsoft Forms', /microsoft forms/iu),
  form('Framer', /\bframer\b/iu),
  form('Basin', /\busebasin\b/iu),
  form('Tally', /\btally(?:\.so|forms)?\b/iu),
  form('Divi', /\bdivi\b/iu),
  form('Hibu', /\bhibu\b/iu),
  form('Scorpion', /\bscorpion\b/iu),
]
