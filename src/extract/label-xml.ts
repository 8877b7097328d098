import { decodeHTMLStrict } from 'entities'
import { plainLabel } from './labels.ts'

const ELEMENT = /<([\p{L}_][\p{L}\p{N}_-]{0,60})((?:\s[^<>]{0,200})?)>([^<>]{0,4000})<\/\1>/gu
const NAMED = /\s(?:name|label|id|key|title)=["']([^"'<>]{1,100})["']/iu

/** Writes the elements of an XML document as labelled lines: some form servers send what was typed that way. */
export function writeXmlOut(text: string): string {
  if (!/^\s*<[?\p{L}]/u.test(text)) return text
  const lines = [...text.matchAll(ELEMENT)].flatMap(([, tag = '', attributes = '', inner = '']) => {
    const value = decodeHTMLStrict(inner).replace(/\s+/gu, ' ').trim()
    const label = NAMED.exec(attributes)?.[1] ?? tag
    return value === '' ? [] : [`${plainLabel(label.replace(/[-_.]+/gu, ' '))}: ${value}`]
  })
  return lines.length < 3 ? text : lines.join('\n')
}
