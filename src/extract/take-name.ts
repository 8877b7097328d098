import { isEverydayWord } from './everyday-words.ts'
import { isFirstName } from './first-names.ts'
import { isInitials } from './person-name.ts'

const FILLERS =
  /^(?:(?:uh|um|er|a|an|the|lady|guy|man|woman|customer|client|new|homeowner|neighbor|gentleman|couple|named|called|mr|mrs|ms|miss|dr|mme|is|hey|hi|for|from|by|with|big|ol)\b[\s.,:]*){0,4}/iu

const WORD = /^[\s]{0,3}((?:\p{L}\.){2,3}|\p{L}[\p{L}'’-]*\.?)(?=[\s,.;:!?)"”]|['’]\s|$|¦|-)/u
const JOINER = /^\s(?:&|\+|and|et)\s(?=\p{L})/u

/** The name that a text begins with: words that say nothing else. Small letters are accepted unless `capitalOnly`. */
export function takeName(text: string, capitalOnly = false, surname = false): string | undefined {
  const skipped = capitalOnly ? '' : (FILLERS.exec(text)?.[0] ?? '')
  let rest = text.slice(skipped.length).replace(/^["“'(]/u, '')
  const words: string[] = []
  let joined = false
  while (words.length < 5) {
    const joiner = words.length === 1 ? JOINER.exec(rest) : null
    if (joiner) {
      const following = WORD.exec(rest.slice(joiner[0].length))?.[1]
      if (!following || isEverydayWord(following) || joined) break
      words.push(joiner[0].trim())
      rest = rest.slice(joiner[0].length)
      joined = true
    }
    // A name may be broken between two lines; a whole one ends with its line.
    if (words.length > 1 && rest.startsWith('\n')) break
    const match = WORD.exec(rest)
    const word = match?.[1]
    if (!match || !word || !fitsName(word, words, capitalOnly)) break
    const owner = /^(\p{L}{3,})['’]s?$/iu.exec(word)?.[1]
    words.push(owner ?? word)
    if (owner) break
    rest = rest.slice(match[0].length)
    if (isInitials(word)) continue
    // A full stop ends the name unless it belongs to an initial or "St.".
    if (word.endsWith('.') && !/^(?:\p{L}|St|Mr|Mrs|Ms|Dr|Jr|Sr)\.$/iu.test(word)) break
  }
  while (words.length > 0 && /^(?:and|&|et|de|la|van|von)$/iu.test(words.at(-1) ?? '')) words.pop()
  const name = words.join(' ').replace(/\.$/u, (end) => (/\b\p{L}\.$/u.test(words.join(' ')) ? end : ''))
  if (name === '') return undefined
  const small = name === name.toLowerCase()
  // "an estimate for a fire pit"
  if (small && /(?:^|\s)an?\s*$/iu.test(skipped)) return undefined
  if (small && words.length === 1 && !isFirstName(name) && !surname) return undefined
  if (small && words.filter((word) => !isParticle(word)).length > 3 && !joined) return undefined
  return name
}

const isParticle = (word: string): boolean =>
  /^(?:van|von|de|la|las|los|del|der|den|di|da|dos|du|le|st|mc|o)$/iu.test(word)

function fitsName(word: string, before: readonly string[], capitalOnly: boolean): boolean {
  const bare = word.replace(/\.$/u, '')
  const capital = /^\p{Lu}/u.test(word)
  if (isInitials(word)) return before.length === 0
  if (isParticle(bare) && before.length > 0) return true
  if (isEverydayWord(bare) && !(isFirstName(bare) && capital && before.length === 0)) {
    // "Grant Price", "Robin Branch": surnames may be words when the name is written with capitals.
    return (
      capital &&
      before.length === 1 &&
      isFirstName(before[0] ?? '') &&
      bare.length > 3 &&
      /^(?:price|branch|field|hill|banks?|north|west|east|south|brown|green|gray|white|black|rice|moore?|wood|woods|park|parks|rose|marsh|stone|rivers?|lane|street|church|house|wall|hunt|love|long|short|best|cross|fields|brooks?|forest|ford|glass|grant|cook|may|page|day|young|wise|sharp|bush|pine|ash|hedges|frost|snow|winter|summers|king|manning|cherry|birch|mount|gates?|power|powers|line|link|light|frank|crane|fall|flowers?|lake|land|little|low|march|pool|small|storm|walk|walker|waters?|case|cash|close|dear|good|hall|ivy|laurel|hickory|beech|plum|peach|rush|post|hurt|spring|springs|root|grass|court|creek|friday|corner)$/iu.test(
        bare,
      )
    )
  }
  const first = before.find((each) => /^\p{L}/u.test(each))
  if (first !== undefined && /^\p{Lu}/u.test(first) && !capital && !isInitials(first)) return false
  // In small letters, where any word may follow, only a known given name begins a name.
  if (capitalOnly && !capital && before.length === 0 && !isFirstName(bare)) return false
  // "mr. n. balakrishnan"
  if (bare.length === 1 && !capital) return before.length === 0 && word.endsWith('.')
  return (
    /^\p{L}[\p{L}'’-]*$/u.test(bare) &&
    (bare.length > 1 || before.length > 0 || (capital && word.endsWith('.')))
  )
}
