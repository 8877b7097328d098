import type { Layout } from './layout.ts'

const NO_LEAD =
  /\b(?:mailbox|voicemail(?: box)?|inbox|storage)\b.{0,20}\bfull\b|\b(?:weekly|monthly|daily) (?:call )?(?:summary|report|recap)|\b(?:invoice|billing|payment|password|port(?:ing)? request|outage|maintenance window)\b/iu

const call = (name: string, sender: RegExp, body?: RegExp): Layout => ({
  name,
  kind: 'call',
  sender,
  noLead: NO_LEAD,
  ...(body && { body }),
})

export const CALLS: readonly Layout[] = [
  call('CallRail', /callrail/iu, /\bcallrail\b/iu),
  call('CallTrackingMetrics', /calltrackingmetrics|\bctm\b/iu),
  call('WhatConverts', /whatconverts/iu),
  call('RingCentral', /ringcentral/iu, /\bringcentral\b/iu),
  call('Ooma', /\booma\b/iu),
  call('Grasshopper', /grasshopper/iu),
  call('OpenPhone', /openphone|\bquo\b/iu),
  call('Dialpad', /dialpad/iu),
  call('Vonage', /vonage/iu),
  call('8x8', /\b8x8\b/iu),
  call('Nextiva', /nextiva/iu),
  call('Zoom Phone', /zoom phone/iu),
  call('Google Voice', /google voice|voice-google|voice\.google/iu, /\bgoogle voice\b/iu),
  call('Twilio', /twilio/iu),
  call('Phone.com', /phone\.com/iu),
  call('Line2', /\bline2\b/iu),
  call('Comcast Business VoiceEdge', /voiceedge/iu),
  call(
    'Phone system',
    /missed call|appel manqué|llamada perdida|\bcall (?:recap|summary|notes|transcript)\b|\brecap of (?:a |your |the )?call\b|\bcall recap\b|\b(?:new|incoming|answered|inbound) (?:phone )?call from\b|\b(?:took|answered|handled) a (?:phone )?call\b/iu,
  ),
  call('Voicemail', /voice ?(?:mail|message)|boîte vocale|messagerie vocale/iu),
]

export const TEXT_MESSAGES: readonly Layout[] = [
  { name: 'SimpleTexting', kind: 'text-message', sender: /simpletexting/iu },
  { name: 'Textedly', kind: 'text-message', sender: /textedly/iu },
  { name: 'EZ Texting', kind: 'text-message', sender: /ez ?texting/iu },
  { name: 'Heymarket', kind: 'text-message', sender: /heymarket/iu },
  {
    name: 'Text message',
    kind: 'text-message',
    sender:
      /\b(?:sms|txt|mms)\b|<\+?1?\d{10}@|\bnew (?:text )?messages? from \+?1?[ (.-]*\d{3}|\btexts? from\b[^\n]{0,40}\d{3}|@txt\.|@vtext\.|@tmomail\./iu,
  },
]
