// Code, then the other spellings people use. Codes of the US and Canada don't overlap, so one table serves both.
const REGIONS = `
AL alabama|ala
AK alaska
AZ arizona|ariz
AR arkansas|ark
CA california|calif|cali
CO colorado|colo
CT connecticut|conn
DE delaware|del
DC district of columbia|washington dc
FL florida|fla
GA georgia
HI hawaii
ID idaho
IL illinois|ill
IN indiana|ind
IA iowa
KS kansas|kan|kans
KY kentucky
LA louisiana
ME maine
MD maryland
MA massachusetts|mass
MI michigan|mich
MN minnesota|minn
MS mississippi|miss
MO missouri
MT montana|mont
NE nebraska|neb|nebr
NV nevada|nev
NH new hampshire
NJ new jersey|jersey
NM new mexico
NY new york
NC north carolina|n carolina
ND north dakota|n dakota
OH ohio
OK oklahoma|okla
OR oregon|ore
PA pennsylvania|penn|penna
RI rhode island
SC south carolina|s carolina
SD south dakota|s dakota
TN tennessee|tenn
TX texas|tex
UT utah
VT vermont
VA virginia
WA washington|wash|washington state
WV west virginia|w virginia
WI wisconsin|wis|wisc
WY wyoming|wyo
PR puerto rico
VI virgin islands|us virgin islands
GU guam
AS american samoa
MP northern mariana islands
AB alberta|alta
BC british columbia|colombie britannique
MB manitoba
NB new brunswick|nouveau brunswick
NL newfoundland and labrador|newfoundland|labrador|nfld|nf
NS nova scotia|nouvelle ecosse
NT northwest territories
NU nunavut
ON ontario|ont
PE prince edward island|pei|ile du prince edouard
QC quebec|que|pq
SK saskatchewan|sask
YT yukon|yukon territory`

const CODES = new Set<string>()
const CODE_OF = new Map<string, string>()
for (const line of REGIONS.trim().split('\n')) {
  const code = line.slice(0, 2)
  CODES.add(code)
  CODE_OF.set(code.toLowerCase(), code)
  for (const name of line.slice(3).split('|')) CODE_OF.set(name, code)
}

/** Two-letter code of a US state, territory or Canadian province from its code, name or usual abbreviation. */
export function toRegionCode(text: string, country: string): string | undefined {
  if (country !== 'US' && country !== 'CA') return undefined
  return CODE_OF.get(plain(text))
}

/** Whether the text is a region's two-letter code in capitals, the way it stands in an address. */
export const isRegionCode = (text: string): boolean => CODES.has(text)

const FIRST_WORDS = new Set([...CODE_OF.keys()].map((name) => name.slice(0, 2)))

/** Whether any region's name or code begins like this word; a cheap question before the dear ones. */
export const beginsRegion = (word: string): boolean =>
  FIRST_WORDS.has(word.slice(0, 2).toLowerCase()) || !/^[a-z]{2}/iu.test(word)

function plain(text: string): string {
  const lower = text.toLowerCase()
  // Most words are plain already.
  if (/^[a-z]+(?: [a-z]+)*$/u.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\b[a-z])\.\s?(?=[a-z]\b)/gu, '')
    .replace(/[.,()]/gu, ' ')
    .replace(/[-\s]+/gu, ' ')
    .trim()
}
