// "7:30 Lindgren, 2914 Stanford Rd - ash removal"
const ENTRY = /^[\s•*·>-]*\d{1,2}:\d{2}\s*(?:[ap]m?\b)?[\s:–-]*\p{L}/iu
// "Service call, hedge trimmer    141.75", "Crown clean, 1 pin oak  $780.00"
const AMOUNT =
  /\p{L}.*(?:[$€£]\s?\d[\d,]*(?:\.\d\d)?|(?:\s{2,}|\t)-?\d[\d,]*(?:\.\d\d)?|\s-?\d[\d,]*\.\d\d)\s*$/u

// "Invoice: 3391", "Amount: $1,850.00"
const MONEY_LABEL =
  /^[\s•*·>-]*(?:invoice|receipt|amount|total|sub ?total|balance|paid|payment|transaction|order total|policy|claim amount|fee)(?: (?:due|paid|method|date|#|no\.?|number|id))*[\s*]*[:#]/iu

const ENTRIES = 2
const MONEY_LABELS = 2
const AMOUNTS = 3

const count = (lines: readonly string[], shape: RegExp): number =>
  lines.filter((line) => line.length < 200 && shape.test(line)).length

/** Whether it is a plan of the day: several lines, each beginning with a time. */
export const isDayPlan = (lines: readonly string[]): boolean => count(lines, ENTRY) >= ENTRIES

/** Whether it is an account: several lines, each ending in an amount. */
export const isAccount = (lines: readonly string[]): boolean => count(lines, AMOUNT) >= AMOUNTS

/** Whether it tells of money in labelled lines: invoice and amount, order and total. */
export const isReceipt = (lines: readonly string[]): boolean => count(lines, MONEY_LABEL) >= MONEY_LABELS
