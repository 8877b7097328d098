import { withoutTrade } from './lead-signs.ts'

/** One expression for whole words, in any case. */
export const list = (...words: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?![\p{L}\p{N}])`, 'iu')

// Who writes so speaks of work that was done, of our people, or of money.
const TOLD_OF = list(
  'the (?:crew|guys|boys|men|fellows|fellas|team)|(?:your|our|those|ur) (?:crews?|guys?|boys|men|fellows|fellas|team|trucks?|drivers?|workers?|climbers?)(?! (?:next|across))|worked on',
  '(?:we|you(?: guys)?|they|he|she|who) (?:just |already |all |finally )?(?:removed|trimmed|pruned|cut|took|ground|planted|cleared|cleaned|hauled|mowed|did|finished|completed|treated|sprayed|installed|dropped|left|were|was|came)',
  'you (?:sent|had)',
  'invoice[ds]?|receipts?|statement|paid|payments?|balance|refund|chargeback|warranty',
)

const SENTENCE = /(?<=[.!?]["'”’]?)\s+|\n+|;\s+/u

// "Oak St" is no oak, "Elm Grove Rd" no grove.
const STREET_NAME =
  /\b\p{Lu}[\p{L}'’]+ (?:\p{Lu}[\p{L}'’]+ )?(?:St|Street|Ave|Avenue|Av|Rd|Road|Ln|Lane|Dr|Drive|Ct|Court|Cir|Circle|Way|Blvd|Boulevard|Pl|Place|Ter|Terrace|Trl|Trail|Hwy|Pkwy|Loop|Hills?|Park|Creek|Ridge|Village|Apartments)\b/gu

/** The sentences that leave work open: all but those that tell of finished work, of our people or of money. */
export const openSentences = (given: string): readonly string[] =>
  withoutTrade(given.replace(STREET_NAME, ' '))
    .split(SENTENCE)
    .filter((each) => !TOLD_OF.test(each))
