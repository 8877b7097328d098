import type { LabelField } from './labels.ts'

/** A label that asks, as chatty forms do: "And the best number to text you?". */
export const isQuestionLabel = (label: string): boolean => /\?\s*(?:\([^)]{1,60}\))?[\s*:]*$/u.test(label)

const QUESTIONS: readonly (readonly [RegExp, LabelField])[] = [
  [
    /\b(?:hear|heard|find|found|learn|come across|refer|referred|send|sent)\b.{0,24}\b(?:us|about|you|our)\b|\bcomo (?:se entero|nos (?:encontro|conocio))\b|\bcomment (?:nous )?avez vous\b/u,
    'source',
  ],
  [/\b(?:company|business|organization)\b.{0,12}\b(?:name|called)\b/u, 'company'],
  [/\b(?:e ?mail|courriel|correo)\b/u, 'email'],
  [/\bfirst\b.{1,12}\blast name\b|\bfull name\b|\bnom (?:et|y) (?:pre|ape)/u, 'name'],
  [/\b(?:last name|surname|family name|nom de famille|apellidos?)\b/u, 'lastName'],
  [/\b(?:first name|given name|prenom)\b/u, 'firstName'],
  [/\b(?:text you|cell|mobile)\b/u, 'mobile'],
  [
    /\b(?:phone|telephone|telefono|number (?:to|for|we|where)|reach you|ring you|call you|contact number|(?:votre|quel) numero|su numero)\b/u,
    'phone',
  ],
  [
    /\bname\b|\bnombre\b|\bwho (?:should|do|can|may) (?:we|i) (?:ask|contact|call|talk|speak|reach)\b|\bwho (?:are you|is this|am i|are we)\b/u,
    'name',
  ],
  [/\b(?:zip|postal) ?code\b|\bcodigo postal\b/u, 'postalCode'],
  [
    /^(?:and )?(?:in )?(?:what|which) (?:part of town|area)\b|\b(?:what|which) (?:city|town)\b|\bque ciudad\b|\bquelle ville\b/u,
    'city',
  ],
  [
    /\bwhere\b.*\b(?:located|property|live|lives|trees?|job|work|project|yard|site|come|go)\b|\b(?:street|address|location|adresse|direccion|donde|ou (?:se (?:trouve|situe)|est|sont|sera|seront|auront|aura))\b/u,
    'address',
  ],
  [
    /\b(?:what|how|which|que)\b.*\b(?:need|needs|help|going on|do for you|done|doing|wrong|looking for|problem|issue|bothering|happening|like us to|want|up|work)\b|\b(?:tell us|describe|que (?:necesita|servicio|trabajo|podemos|desea)|en que podemos|que pouvons|de quoi avez|quels? travaux|decrivez|expliquez|describa|cuentenos)\b/u,
    'message',
  ],
]

// Asks for a detail of the work or for a time; the answer is a note.
const DETAIL =
  /\b(?:how (?:many|soon|tall|big|large|old|long|much|often|close|far|wide|high)|when|do you|are you|is there|are there|is it|should|prefer\w*|best time|(?:what|which|another|other) (?:time|day|date)s?|same)\b/u

const FOUND_AT =
  /\bwhere (?:can|do|will|should|would|might) (?:we|i|our crew|the crew) (?:find|go|come|meet|look|head)\b(?! (?:us|out)\b)|\bwhere (?:is|are) (?:it|they|this|these|we (?:headed|going|meeting|looking))\b/u

const CALLED =
  /\b(?:what|how) (?:should|do|can|may|shall) (?:we|i) (?:call|address) you\b|\bwho (?:do|did) (?:we|i) (?:have|thank)\b|\bwho (?:s|is) (?:asking|there|this|writing|calling|speaking|on the (?:line|other end))\b/u

// "In what location do you need the service?"
const ASKS_PLACE =
  /^(?:where do you|(?:in|at) (?:what|which) (?:location|place|area|zip))\b|\b(?:what|which) (?:city|town|address|location)\b/u

/** The field that a whole question asks for; undefined where the answer is a detail of the work. */
export function questionField(plain: string): LabelField | undefined {
  if (CALLED.test(plain)) return 'name'
  if (FOUND_AT.test(plain)) return 'address'
  if (DETAIL.test(plain) && !ASKS_PLACE.test(plain)) return undefined
  return QUESTIONS.find(([pattern]) => pattern.test(plain))?.[1]
}
