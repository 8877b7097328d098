import { Parser } from 'htmlparser2'

const SILENT = new Set(['style', 'script', 'head', 'title', 'template'])
const BLOCKS = new Set(
  'p div tr li ul ol h1 h2 h3 h4 h5 h6 table blockquote section article header footer hr br dt dd'.split(' '),
)
// These keep a distance to what follows.
const SPACED = new Set(['p', 'table', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

// Each open element makes the next one dearer; no mail program nests deeper, so what does starts anew.
const DEEPEST = 1000
const STEP = 4096

/** The text of an HTML mail, with line breaks where blocks end and tabs between the cells of a row. */
export function toPlainText(html: string): string {
  const pieces: string[] = []
  let last = '\n'
  let silent = 0
  let depth = 0
  const put = (piece: string): void => {
    pieces.push(piece)
    last = piece.at(-1) ?? last
  }
  const breakLine = (): void => {
    if (last !== '\n') put('\n')
  }
  const parser = new Parser({
    onopentag(name) {
      depth += 1
      if (SILENT.has(name)) silent += 1
      else if (name === 'br') put('\n')
      else if (name === 'td' || name === 'th') {
        if (last !== '\n') put('\t')
      } else if (BLOCKS.has(name)) breakLine()
    },
    ontext(text) {
      const said = text.replace(/\s+/gu, ' ')
      const piece = last === '\n' || last === '\t' || last === ' ' ? said.trimStart() : said
      if (silent === 0 && piece !== '') put(piece)
    },
    onclosetag(name) {
      depth -= 1
      if (SILENT.has(name)) silent -= 1
      else if (SPACED.has(name)) put('\n\n')
      else if (name !== 'br' && BLOCKS.has(name)) breakLine()
    },
  })
  for (let at = 0; at < html.length; at += STEP) {
    parser.write(html.slice(at, at + STEP))
    if (depth > DEEPEST) {
      parser.reset()
      depth = 0
      silent = 0
    }
  }
  parser.end()
  return pieces
    .join('')
    .replace(/[ \t]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}
