import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Narrower than this nothing can be read or written. */
const LEAST_WIDTH = 150

/** What is wrong with what stands there now: axe's serious and critical findings, in both colours, and what does not fit. */
export async function lookOver(page: Page): Promise<string[]> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const found = await findViolations(page)
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' })
  const inOtherColours = await findViolations(page, ['color-contrast'])
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' })
  return [...new Set([...found, ...inOtherColours, ...(await findMisfits(page))])]
}

/** Serious and critical findings, with the elements they are about. */
export async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
  // Without frames the findings need no page of their own to be put together in.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

/** Parts that are squeezed or stick out at a side: where a part clips what it holds, the page itself does not get wider. */
function findMisfits(page: Page): Promise<string[]> {
  return page.evaluate((leastWidth) => {
    const parts = document.querySelectorAll(
      'main, aside, nav, header, section, textarea, [role=dialog], [role=menu]',
    )
    const misfits = [...parts]
      .filter((part) => part.checkVisibility())
      .map((part) => ({ part, box: part.getBoundingClientRect() }))
      .filter(
        ({ box }) =>
          box.width < leastWidth || box.left < -1 || box.right > document.documentElement.clientWidth + 1,
      )
      .map(
        ({ part, box }) =>
          `does not fit: ${part.outerHTML.slice(0, 80)} from ${Math.round(box.left)} to ${Math.round(box.right)}`,
      )
    const over = document.documentElement.scrollWidth - window.innerWidth
    return over > 0 ? [...misfits, `the page is ${over} px too wide`] : misfits
  }, LEAST_WIDTH)
}
