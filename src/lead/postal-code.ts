/** First letters of Canadian postal codes. Source: Canada Post's forward sortation areas. */
const CANADIAN: Readonly<Record<string, string>> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  X: 'NT',
  Y: 'YT',
}

// Where the state changes along the first three digits of US ZIP codes; `--`: not in use.
const ZIP_STATES =
  '005NY 006PR 008VI 009PR 010MA 028RI 030NH 039ME 050VT 055MA 056VT 060CT 070NJ 090-- 100NY 150PA 197DE 200DC 201VA 202DC 206MD 213-- 214MD 220VA 247WV 269-- 270NC 290SC 300GA 320FL 340-- 341FL 343-- 344FL 345-- 346FL 348-- 349FL 350AL 353-- 354AL 370TN 386MS 398GA 400KY 428-- 430OH 459-- 460IN 480MI 500IA 529-- 530WI 550MN 568-- 570SD 578-- 580ND 589-- 590MT 600IL 630MO 659-- 660KS 680NE 694-- 700LA 715-- 716AR 730OK 733TX 734OK 750TX 800CO 817-- 820WY 832ID 839-- 840UT 848-- 850AZ 866-- 870NM 885TX 886-- 889NV 899-- 900CA 962-- 967HI 969GU 970OR 980WA 995AK'
const ZIP_RANGES = ZIP_STATES.split(' ')

const CANADIAN_CODE = /^([ABCEGHJ-NPRSTVXY])\d[ABCEGHJ-NPRSTV-Z]\s?\d[ABCEGHJ-NPRSTV-Z]\d$/iu
const US_CODE = /^\d{5}(?:-\d{4})?$/u

/** `30060`, `30060-1234`, `H4A 2T3`; undefined when it is no postal code of the US or Canada. */
export function toPostalCode(text: string): string | undefined {
  const trimmed = text.trim()
  if (CANADIAN_CODE.test(trimmed)) {
    const bare = trimmed.replace(/\s/gu, '').toUpperCase()
    return `${bare.slice(0, 3)} ${bare.slice(3)}`
  }
  return US_CODE.test(trimmed) && regionOfPostalCode(trimmed) ? trimmed : undefined
}

/** The state or province that a postal code lies in. */
export function regionOfPostalCode(code: string): string | undefined {
  const canadian = CANADIAN_CODE.exec(code.trim())
  if (canadian?.[1]) return CANADIAN[canadian[1].toUpperCase()]
  const prefix = code.trim().slice(0, 3)
  let region: string | undefined
  for (const entry of ZIP_RANGES) {
    if (entry.slice(0, 3) > prefix) break
    region = entry.slice(3)
  }
  return region === '--' ? undefined : region
}
