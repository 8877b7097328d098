import { type Findings, NOTHING } from './found.ts'
import { readLabelledLines } from './labelled-lines.ts'
import { namesService } from './lead-signs.ts'
import { isCustomer } from './letter-customer.ts'
import type { LetterPart } from './letter-part.ts'
import { toNote } from './notes.ts'
import { isOwnAddress, type OwnFacts } from './own-facts.ts'
import { countContactFields, readForm } from './read-form.ts'
import { readProse } from './read-prose.ts'
import { splitSignature } from './signature.ts'

const ABOUT_CUSTOMER = /\b(?:wants?|needs?|he|she|they|his|her|their|customer|client|homeowner)\b/iu

// "cell is 865-555-0157 per text"
const isTold = (line: string): boolean =>
  /\b(?:cell|phone|number|address|e-?mail|callback)(?: is|['’]s|:| =)\s/iu.test(line) &&
  !/\b(?:my|our)\b/iu.test(line)

/** What a colleague adds above a forward; it counts only if it speaks of the customer: else it is the colleague's own number. */
export function commentsOf(parts: readonly LetterPart[], own: OwnFacts): readonly Findings[] {
  return parts
    .filter((part) => part.author && !isCustomer(part.author, own) && part.segment.how !== 'quoted')
    .map((part) =>
      ABOUT_CUSTOMER.test(part.segment.lines.join('\n'))
        ? part.segment.lines
        : part.signed.body.filter(isTold),
    )
    .map((lines) => lines.join('\n'))
    .filter((text) => text !== '' && text.length < 1500)
    .map((text) => ({ ...readProse(text, own, 'from the comment above the forward'), notes: [] }))
}

/** Whether what they answer is our question about the work: "What is the address and which trees are we looking at?" */
export function asksAboutWork(parts: readonly LetterPart[], own: OwnFacts): boolean {
  return parts.some((part) => {
    if (part.segment.how === 'top' || !isOwnAddress(part.author?.address, own)) return false
    const text = part.segment.lines.join('\n')
    return text.includes('?') && namesService(text) && /\b(?:address|where|estimate|quote)\b/iu.test(text)
  })
}

/** Where the work is by our own words to them: "Is the work at 18 Tradd Ct still needed?" Our signature says nothing. */
export function placesWeNamed(parts: readonly LetterPart[], own: OwnFacts): readonly Findings[] {
  return parts
    .filter((part) => part.segment.how !== 'top' && isOwnAddress(part.author?.address, own))
    .map((part) => {
      const sentences = part.signed.body
        .flatMap((line) => line.split(/(?<=[.!?])\s+(?=\p{Lu})/u))
        .filter(
          (line) => ABOUT_SITE.test(line) && !/\bour\b|\bwe(?:['’]re| are) (?:at|on|located)\b/iu.test(line),
        )
      return { ...NOTHING, addresses: readProse(sentences.join('\n'), own, 'from what we wrote').addresses }
    })
}

const ABOUT_SITE =
  /\b(?:work|trees?|stumps?|hedges?|property|project|job|site|estimate|quote|bid|visit|look|see|come|out|address|located|listing|removal|trimming|pruning|yard)\b/iu

/** What a colleague learned on the phone: "Wants it before hurricane season." */
export function remarksOf(parts: readonly LetterPart[], own: OwnFacts): readonly string[] {
  return parts
    .filter((part) => part.segment.how === 'top' && isOwnAddress(part.author?.address, own))
    .map((part) =>
      part.signed.body
        .flatMap((line) => line.split(/(?<=[.!?])\s+(?=\p{Lu})/u))
        .filter((sentence) => !/\d{3}.?\d{4}|@/u.test(sentence))
        .join(' '),
    )
    .map((said) => toNote([said], own))
    .filter((note) => note.length < 400 && ABOUT_CUSTOMER.test(note))
}

/** Answers written into our own questions: "Gate code? 2250", "Best phone: …". */
export function answersOf(parts: readonly LetterPart[], own: OwnFacts): readonly Findings[] {
  return parts
    .filter((part) => part.segment.how !== 'top' && isOwnAddress(part.author?.address, own))
    .map((part) => {
      const pairs = readLabelledLines(splitSignature(part.segment.lines, undefined).body).pairs.filter(
        (pair) => pair.value !== '',
      )
      return countContactFields(pairs) >= 2 ? pairs : pairs.filter(isAnswered)
    })
    .filter((pairs) => pairs.length > 0)
    .map((pairs) => {
      const form = readForm(pairs, own)
      return {
        ...form,
        notes: pairs
          .filter((pair) => pair.field === undefined || pair.field === 'message')
          .map((pair) => `${pair.label}${pair.label.endsWith('?') ? '' : ':'} ${pair.value}`),
      }
    })
}

// "Gate code? 2250", and not what we ask and offer in one breath: "Leave us a review? Want a quote? Just reply."
const isAnswered = ({ label, value }: { readonly label: string; readonly value: string }): boolean =>
  label.includes('?') && !/[.!] /u.test(label) && !value.includes('?')
