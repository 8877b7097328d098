const BLOCK =
  /<\/?(?:p|div|tr|li|ul|ol|h[1-6]|table|blockquote|section|article|header|footer|hr)\b[^>]{0,2000}>/giu

/** The text of an HTML mail, with line breaks where blocks end and tabs between the cells of a row. Entities stay. */
export function toPlainText(html: string): string {
  return withoutElements(html, ['style', 'script', 'head', 'title'])
    .replace(/<!--[^>]{0,5000}-->/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/<br\b[^>]{0,500}>/giu, '\n')
    .replace(/<\/t[dh]>\s*(?=<t[dh]\b)/giu, '\t')
    .replace(/<blockquote\b[^>]{0,2000}>/giu, '\n')
    .replace(BLOCK, '\n')
    .replace(/<[a-z/!][^<>]{0,4000}>/giu, '')
    .replace(/[ ]{2,}/gu, ' ')
    .replace(/\n[ ]+/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

function withoutElements(html: string, names: readonly string[]): string {
  let rest = html
  for (const name of names) rest = withoutElement(rest, name)
  return rest
}

// Walks instead of one lazy pattern: an element that never closes must not cost the square of the text.
function withoutElement(html: string, name: string): string {
  const lower = html.toLowerCase()
  const kept: string[] = []
  let at = 0
  for (;;) {
    const open = lower.indexOf(`<${name}`, at)
    if (open < 0) break
    const close = lower.indexOf(`</${name}>`, open)
    kept.push(html.slice(at, open))
    if (close < 0) return kept.join('')
    at = close + name.length + 3
  }
  kept.push(html.slice(at))
  return kept.join('')
}
