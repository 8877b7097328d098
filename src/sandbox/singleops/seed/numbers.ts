import type { Random } from '../random.ts'

// Georgia's first, then a spread over the country; customers keep the numbers that they moved in with.
const AREA_CODES =
  `770 404 678 470 706 762 912 229 478 423 205 256 334 803 843 864 704 828 919 904 352 407 813 305 615 901 865 502 859 606
  513 614 216 312 630 773 317 260 313 616 414 608 612 651 314 816 913 316 402 515 319 405 918 214 512 713 210 915 505 602 520 303 719 801
  702 775 208 406 503 541 206 509 213 415 619 916 212 516 718 914 201 609 908 215 412 610 302 410 301 703 804 757 304 617 508 413 603 802 207`
    .split(/\s+/u)
    .map(Number)

// 555-0100 to 555-0199 are kept for fiction in every area code; nobody is called by accident.
const LINES_PER_AREA = 100

/** Ten digits each, no number twice until all fictional ones are used up; then they come again, as shared numbers. */
export function createNumbers(random: Random): () => string {
  let pool: string[] = []
  return function nextNumber() {
    if (pool.length === 0) pool = shuffle(allNumbers(), random)
    return pool.pop() ?? ''
  }
}

/**
 * True for 555-0100 to 555-0149 of 770, 404 and 678: these are the known clients' numbers and those of callers whom SingleOps must not know,
 * so that a demo or a test can count on both.
 */
export function isReserved(digits: string): boolean {
  return /^(770|404|678)55501[0-4]/u.test(digits)
}

function allNumbers(): string[] {
  return AREA_CODES.flatMap((area) =>
    Array.from({ length: LINES_PER_AREA }, (_, line) => `${area}55501${String(line).padStart(2, '0')}`),
  ).filter((number) => !isReserved(number))
}

function shuffle(numbers: string[], random: Random): string[] {
  const rest = [...numbers]
  const mixed: string[] = []
  while (rest.length > 0) {
    const index = random.below(rest.length)
    const last = rest.length - 1
    mixed.push(rest[index] ?? '')
    rest[index] = rest[last] ?? ''
    rest.pop()
  }
  return mixed
}
