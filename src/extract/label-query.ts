const QUERY =
  /^[ \t]*((?:\p{L}[\p{L}\d_.-]{0,30}=[^\s&]{0,2000}&){2,60}\p{L}[\p{L}\d_.-]{0,30}=[^\s&]{0,2000})[ \t]*$/gmu
const BUTTON = /^(?:submit|send|button|action|redirect|token|csrf\w*)$/iu

/** Writes a form that came as one line, "name=Ann+Lee&phone=%28208%29+555-0162", as labelled lines. */
export function writeQueryOut(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(QUERY, (line, query: string) => {
    if (!/[+%]/u.test(query)) return line
    return [...new URLSearchParams(query)]
      .filter(([key, value]) => value.trim() !== '' && !BUTTON.test(key))
      .map(([key, value]) => `${key}: ${value.replace(/\s+/gu, ' ').trim()}`)
      .join('\n')
  })
}
