import { describe, expect, it } from 'vitest'
import { writeJsonOut } from '../../src/extract/label-json.ts'
import { writeXmlOut } from '../../src/extract/label-xml.ts'

describe('documents as labelled lines', () => {
  it('writes a nested object with the parent where the key alone says less', () => {
    const text =
      '{"contact":{"name":{"first":"Ada","last":"Bright"},"tel":8655550123},"services":["pruning","stumps"],"optin":true}'

    expect(writeJsonOut(text)).toBe('first: Ada\nlast: Bright\ntel: 8655550123\nservices: pruning, stumps')
  })

  it('writes questions beside their answers', () => {
    const text = 'New entry\n\n[{"question":"Your name?","answer":"Ada"},{"question":"Phone","answer":"555"}]'

    expect(writeJsonOut(text)).toBe('New entry\n\nYour name?: Ada\nphone: 555')
  })

  it('leaves braces in prose alone', () => {
    expect(writeJsonOut('see {"x"} and so on')).toBe('see {"x"} and so on')
  })

  it('writes fields by their names or their tags', () => {
    const text =
      '<form><field name="your_name">Ada &amp; Bo</field><phone>555</phone><city>Knoxville</city></form>'

    expect(writeXmlOut(text)).toBe('your name: Ada & Bo\nphone: 555\ncity: Knoxville')
    expect(writeXmlOut('a <b>bold</b> word')).toBe('a <b>bold</b> word')
  })
})
