import type { Findings, Found, PhoneMention } from './found.ts'

const THIRD_PERSON =
  /(?:\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:cell|mobile|phone|telephone|number|direct line)(?: number)?(?: is|['’]s|:) \(?|\b(?:Mr|Mrs|Ms|Mme|M|Dr|Pastor|Rev|Father|Sister)\b\.? \p{Lu}[\p{L}'’-]+|\b(?:owner|tenant|concierge|locataire|propri[ée]taire|gardien|resident|occupant|lessee|caretaker|super(?:intendent)?|on[- ]site|foreman|builder|contractor|realtor|agent|landlord|adjuster|maintenance man)\b[^.;\n\d]{0,40}|(?:[Tt]heir|[Cc]ompany['’]s) (?:office )?|\b(?:[Oo]ur|[Tt]he) (?:\p{Ll}+ ){0,2}\p{Ll}+, \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,? ?\(?|(?<!\p{L})(?!You|We|They|Who|Please|It|That|This|Someone|Somebody|Anyone)\p{Lu}\p{Ll}+ (?:can|could|will) (?:\p{Ll}+ ){1,7}\p{Ll}*[:,(–-]?\s?\(?|(?<!\p{L})(?!Mine|It|That|Here|What|There)\p{Lu}\p{Ll}+['’]s |\b(?:[Cc]all|[Cc]ontact|[Rr]each|[Tt]ext|[Aa]sk for|[Ss]ee) (?:my \p{Ll}+ |(?:Deacon|Coach|Pastor|Officer) )?(?:\p{Lu}\p{Ll}+ ){1,2})[\s,:(–-]*(?:(?:at|on|is|cell|phone|number)\b[\s:.]*){0,3}$/u

const OUR_MAN =
  /(?<!\b(?:I am|I['’]m|am|as|being) )\b(?:[Oo]ur|[Mm]y|[Tt]heir|[Tt]he) (?:\p{L}+ ){0,2}(?:manager|supervisor|president|treasurer|secretary|chair\p{L}*|foreman|assistant|handyman|accountant|bookkeeper|coordinator|director|engineer|architect|inspector|gardener|lawyer|attorney|agent|realtor|lead|chief|guard|officer|contact|super|guy|person|caretaker|custodian|sexton|groundskeeper|concierge|landlord)(?:,| is| named)? (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:\p{Lu}[\p{L}'’-]+ ?){1,3}(?:(?:at|of|from|with) (?:\p{Lu}[\p{L}&'’-]*[ ,]{1,2}){1,5})?[\s,:(–-]*(?:(?:at|on|is|cell|phone|number)\b[\s:.]*){0,3}$/u

/** "The unit owner is Mr. Kessinger (561-555-0133)": a number in a letter that is not its writer's. */
export const isThirdPerson = (text: string, { start }: PhoneMention): boolean =>
  THIRD_PERSON.test(text.slice(Math.max(0, start - 70), start)) ||
  OUR_MAN.test(text.slice(Math.max(0, start - 110), start))

/** "My neighbor Hugh at 614-555-0187 can show you which one." */
export const isDoorOpener = (text: string, { start, end }: PhoneMention): boolean =>
  /\bneighbou?r\b[^.;\n\d]{0,40}$/iu.test(text.slice(Math.max(0, start - 60), start)) &&
  /^\W*(?:can|could|will|has|knows)\b/iu.test(text.slice(end, end + 20))

/** The same number, as somebody else's. */
export const toSomebodyElse = (phone: Found<PhoneMention>): Found<PhoneMention> => ({
  ...phone,
  value: { ...phone.value, use: 'somebody-else' },
})

/** The numbers of a letter: what is said in it and below it before what others say. */
export function mergePhones(
  bodies: readonly Findings[],
  signatures: readonly Findings[],
  rest: readonly Findings[],
): readonly Found<PhoneMention>[] {
  const strong = bodies.flatMap((each) => each.phones).filter((phone) => phone.value.use !== 'somebody-else')
  const signed = signatures.flatMap((each) => each.phones)
  const all = [...strong, ...signed]
  const chosen =
    all.length > 0 ? all : [...rest.flatMap((each) => each.phones), ...bodies.flatMap((each) => each.phones)]
  const distinct = chosen.filter(
    (phone, at) =>
      chosen.findIndex((other) => other.value.number.split(' ')[0] === phone.value.number.split(' ')[0]) ===
      at,
  )
  // Said as a cell once, it is one wherever else it stands.
  return distinct.map((phone) => {
    const again = chosen.find(
      (other) => other.value.number === phone.value.number && other.value.use === 'mobile',
    )
    return again ? { ...phone, value: again.value } : phone
  })
}
