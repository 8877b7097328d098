import type { SampleEmail } from '../page/setting.ts'
import type { SharedEmail } from '../workspace/api.ts'

const OFFICE = { name: 'Olivia Park', address: 'olivia@greenfield-trees.example' }
const WEBSITE = { name: 'Greenfield Website', address: 'no-reply@greenfield-trees.example' }

export const FORWARDED: SharedEmail = {
  subject: 'Fwd: Quote for removing two pines',
  from: OFFICE,
  plain_text: `Can somebody take this one?

---------- Forwarded message ---------
From: Tom Whitaker <tom.whitaker@mail.example>
Date: Mon, Nov 23, 2026 at 9:12 AM
Subject: Quote for removing two pines
To: <office@greenfield-trees.example>

Hello,

we have two dead pines close to the driveway and would like a quote for taking them down and grinding the stumps.
The house is at 44 Dogwood Ter, Marietta, GA 30064. Best to call my cell in the afternoon: (404) 555-0128.

Thank you
Tom Whitaker
`,
}

/** A dozen emails as a tree company gets them. */
export const SAMPLE_EMAILS: readonly SampleEmail[] = [
  { name: 'Forwarded by a colleague', email: FORWARDED },
  {
    name: 'Web form',
    email: {
      subject: 'New submission: Request a quote',
      from: WEBSITE,
      plain_text: `You have a new form submission.

Name: Renee Castillo
Email: renee.castillo@mail.example
Phone: 678-555-0142
Street Address: 1190 Burnt Hickory Rd
City: Marietta
State: GA
ZIP: 30064
Service: Tree removal
Message: Large oak leaning towards the garage after the storm. Please call before coming.

Sent from https://greenfield-trees.example/quote
`,
    },
  },
  {
    name: 'Written by the customer',
    email: {
      subject: 'tree trimming',
      from: { name: 'Marcus Bright', address: 'marcus.bright@mail.example' },
      plain_text: `hi, can you come out and look at 3 crepe myrtles and a maple that hang over the neighbors roof?
we're at 27 Roswell St in Marietta. my number is 770 555 0145, evenings are best.

marcus
`,
    },
  },
  {
    name: 'A client who writes from her own address',
    email: {
      subject: 'Limb over the roof',
      from: { name: 'Jane Smith', address: 'jane.smith@mail.example' },
      plain_text: `Hi Greenfield,

you took down the pine for us last year. Now there is a big limb over the roof at 200 Main Street. Could you have a look this week?

Jane
`,
    },
  },
  {
    name: 'Marketplace lead',
    email: {
      subject: 'New lead: Tree Trimming in Kennesaw, GA',
      from: { name: 'HomeFinders Leads', address: 'leads@homefinders.example' },
      plain_text: `You have a new lead!

Customer: Derek Olsen
Phone: (678) 555-0143
Email: derek.olsen@inbox.example
Location: 3021 Cobb Pkwy NW, Kennesaw, GA 30152
Job: Tree trimming and pruning
Details: 4 trees, 30-50 ft, overhanging power lines
Timing: Within 2 weeks

Lead fee: $38.00. Reply STOP to pause your leads.
`,
    },
  },
  {
    name: 'Property manager',
    email: {
      subject: 'RE: PO 88213 – dead ash at Building C',
      from: { name: 'Carol Dunn', address: 'office@peachtree-pm.example' },
      plain_text: `Good morning,

we need the dead ash behind Building C at 3400 Peachtree Rd removed before the inspection on December 4. PO 88213 is approved up to $2,400.
On site contact is Luis, 404-555-0111.

Carol Dunn
Peachtree Property Management
(404) 555-0110 x2
`,
    },
  },
  {
    name: 'Voicemail transcript',
    email: {
      subject: 'Voicemail from (770) 555-0147, 0:34',
      from: { name: 'Phone system', address: 'voicemail@callhub.example' },
      plain_text: `New voicemail in mailbox 100
From: (770) 555-0147
Duration: 0:34

"Hi this is uh Linda Park, I'm at four twelve Atlanta Street in Marietta and I have a stump that needs grinding, actually two stumps. My number is seven seven zero five five five zero one four seven. Thank you, bye."
`,
    },
  },
  {
    name: 'Text in capitals from a phone',
    email: {
      subject: '(no subject)',
      from: { name: '', address: 'bigdave77@mail.example' },
      plain_text: `NEED TREE OFF MY SHED ASAP CALL DAVE 6785550119

Sent from my iPhone
`,
    },
  },
  {
    name: 'Cut off by Slack',
    email: {
      subject: 'Long story about our hedge',
      from: { name: 'Eleanor Vance', address: 'eleanor.vance@post.example' },
      plain_text: '',
      has_more: true,
      full_text: `Dear team,

this is a rather long story, and it begins in 1998 when we planted the hedge along the Whitlock side of the property.
It has grown to about twelve feet and the city has asked us to cut it back from the sidewalk.
We live at 590 Whitlock Ave SW, Marietta, GA 30064. You can reach me at 770-555-0148 or by email.

Kind regards,
Eleanor Vance
`,
    },
  },
  {
    name: 'With photos',
    email: {
      subject: 'Pictures of the broken maple',
      from: { name: 'Aisha Grant', address: 'aisha.grant@mail.example' },
      plain_text: `Hello, pictures attached. The maple split in half last night, one half is on the fence.
15 Kirkpatrick Dr, Marietta 30064. 404.555.0149
Aisha Grant
`,
      attachments: [
        { filename: 'maple-1.jpg', mimetype: 'image/jpeg', size: 2_411_220 },
        { filename: 'maple-2.jpg', mimetype: 'image/jpeg', size: 1_998_014 },
      ],
    },
  },
  {
    name: 'A very long name',
    email: {
      subject: 'Quote',
      from: {
        name: 'Maximiliana Wolfeschlegelsteinhausenbergerdorff',
        address: 'maximiliana.wolfeschlegelsteinhausenbergerdorff@very-long-mail-provider.example',
      },
      plain_text: `Please quote the removal of a magnolia at 1 Llanfairpwllgwyngyll Crescent, Marietta GA 30060.

Maximiliana Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh
678-555-0146
`,
    },
  },
  {
    name: 'No lead: a supplier’s offer',
    email: {
      subject: 'Save 20% on chipper blades this week',
      from: { name: 'ChipperParts Direct', address: 'deals@chipperparts.example' },
      plain_text: `Hi there,

sharpen up your season with 20% off all chipper blades. Use the code SHARP20 until Friday.

ChipperParts Direct, 1 Industrial Way, Dalton, GA
Unsubscribe: https://chipperparts.example/unsubscribe
`,
    },
  },
]
