import type { Layout } from './layout.ts'

const NO_LEAD =
  /\b(?:weekly|monthly|daily|performance|activity|leads?|account) (?:lead |activity )?(?:summary|report|recap|digest|update|stats)|\b(?:your|new) (?:invoice|receipt|bill|statement)\b|payment (?:received|failed|method)|\b(?:new|left (?:you )?a|\d-star) review|boost your|tips (?:to|for)|win more|budget|profile (?:views|is)|upgrade|webinar|you(?:'ve| have) been charged|refund|credit (?:request|issued)|verify your/iu

const marketplace = (name: string, sender: RegExp, body?: RegExp): Layout => ({
  name,
  kind: 'marketplace',
  sender,
  noLead: NO_LEAD,
  ...(body && { body }),
})

export const MARKETPLACES: readonly Layout[] = [
  marketplace('Angi', /\bangi\b|angieslist|angi's list/iu, /\bangi (?:leads|pro|customer care)\b/iu),
  marketplace('HomeAdvisor', /home ?advisor/iu, /\bhomeadvisor\b/iu),
  marketplace('Thumbtack', /thumbtack/iu, /\bthumbtack\b/iu),
  marketplace('Houzz', /\bhouzz/iu, /\bhouzz\b/iu),
  marketplace('Yelp', /\byelp\b/iu, /\byelp (?:inc|for business)\b/iu),
  marketplace(
    'Google Local Services',
    /local[- ]services|google lsa|lsa-google|@lsa\./iu,
    /\blocal services (?:app|by google|ads)\b/iu,
  ),
  marketplace('Google Business', /google (?:business|my business)|business-google/iu),
  marketplace('Facebook', /facebook|\bmeta\b|instagram/iu, /\bmeta platforms\b|\bfacebook lead\b/iu),
  marketplace('Nextdoor', /nextdoor/iu, /\bnextdoor\b/iu),
  marketplace('Porch', /\bporch\b/iu),
  marketplace('Bark', /\bbark(?:\.com)?\b/iu, /\bbark\.com\b/iu),
  marketplace('Networx', /networx/iu),
  marketplace('CraftJack', /craftjack/iu),
  marketplace('HomeStars', /homestars/iu),
  marketplace('TaskRabbit', /taskrabbit/iu),
  marketplace('Modernize', /modernize/iu),
  marketplace('BuildZoom', /buildzoom/iu),
  marketplace('LawnStarter', /lawn ?starter|lawn ?love/iu),
  marketplace('GreenPal', /greenpal/iu),
  marketplace('TrustedPros', /trusted ?pros/iu),
  marketplace('Better Business Bureau', /\bbbb\b|better business bureau/iu),
  marketplace('Alignable', /alignable/iu),
  marketplace('Kijiji', /kijiji/iu),
  marketplace('Craigslist', /craigslist/iu),
  marketplace('Checkatrade', /checkatrade/iu),
  marketplace('RenoAssistance', /renoassistance|soumissions?\s?(?:renovation|maison)|smartreno/iu),
  marketplace('ISA Find an Arborist', /treesaregood|find[- ]an?[- ]arborist/iu),
]
