const repeat = (unit: string) => (length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** Texts that are made to keep a reader busy, each of any length. */
export const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  digits: repeat('7705550123'),
  'digits in groups': repeat('770-555-0123 404.555.0199 (678) 555-01 '),
  'nested quotes': (length) => {
    const lines: string[] = []
    for (let size = 0, depth = 1; size < length; depth = (depth % 60) + 1) {
      const line = `${'> '.repeat(depth)}On Tue, Jane <jane@example.com> wrote:`
      lines.push(line)
      size += line.length + 1
    }
    return lines.join('\n').slice(0, length)
  },
  'almost-addresses': repeat('12 Oak 14 Elm St 9 Main Marietta 300 200 Peachtree GA 3006 5 '),
  'almost-emails': repeat('a@b@c.d@e.@f..g @h a.b.c.d@ '),
  'one long line': repeat('the oak behind the house leans on the fence and wants to come down '),
  'one long word': repeat('a'),
  punctuation: repeat('.,;:!?-–—…()[]{}<>"\'*_~|/\\@#&%$+= '),
  'labels without values': repeat('Name:\nPhone:\nEmail:\nAddress:\n'),
  'blank lines': repeat(' \n\t\n\r\n'),
  angles: repeat('<<<<<div<p<a href='),
}
