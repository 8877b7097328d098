import chromium from '@sparticuz/chromium'
import { type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'

export type Visit = {
  readonly page: Page
  /** What went wrong in the page. */
  readonly problems: string[]
}

export type Browser = AsyncDisposable & {
  /** A fresh visitor with storage of their own. */
  visit(url: string, options: BrowserContextOptions): Promise<Visit>
}

/** Generous: the machine may be busy with other tests. */
const PATIENCE_MS = 20_000

export async function launchBrowser(): Promise<Browser> {
  const browser = await driver.launch({
    // With one process for everything, the browser ends with its first page.
    args: chromium.args.filter((flag) => flag !== '--single-process'),
    executablePath: await chromium.executablePath(),
    headless: true,
  })
  return {
    async visit(url, options) {
      const context = await browser.newContext(options)
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('console', (said) => {
        if (said.type() === 'error') problems.push(said.text())
      })
      await page.goto(url)
      return { page, problems }
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}
