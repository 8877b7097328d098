import { describe, expect, it } from 'vitest'
import { sellsToUs } from '../../src/extract/sells-to-us.ts'

describe('who offers us something', () => {
  it.each([
    'I was looking for somebody to take down a birch and your site came up on the third page. Would you be open to me sending a short video?',
    'Type "tree removal" and you are number 11. Redding Tree is number 2 and they have half your reviews. I put together a fix, want it?',
    'We help tree companies get paid faster. Worth a quick call?',
  ])('is told from a customer: %s', (text) => {
    const isOffer = sellsToUs(text)

    expect(isOffer).toBe(true)
  })

  it.each([
    'I am tired of tree companies that never call. Two hemlocks, one is on the stone wall. Who handles estimates?',
    'Your company did the work next door. Our maple is hollow, is it worth a look?',
    'Saw your website. Can I send you a video of the pine? It has to come down.',
  ])('is not who has a tree: %s', (text) => {
    const isOffer = sellsToUs(text)

    expect(isOffer).toBe(false)
  })
})
