import type { Page } from 'playwright-core'

/** What a visitor does on the page, by what is written on it. */
export function asVisitor(page: Page) {
  const dialog = page.getByRole('dialog')
  const press = (name: string | RegExp) => dialog.getByRole('button', { name }).click()
  return {
    dialog,
    press,
    sees: (words: string | RegExp) => dialog.getByText(words).first().waitFor(),
    /** Sends what the tour wrote into the composer. */
    async sendCommand() {
      await page.getByRole('button', { name: 'Type it for me' }).click()
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await dialog.getByRole('button', { name: 'Find client' }).waitFor()
    },
    /** Fills in what the form still lacks and looks for the client. */
    async findClient() {
      await dialog.getByLabel('Operation').selectOption({ label: 'Tree Care' })
      await dialog.getByLabel('Lead Source').selectOption({ label: 'Phone' })
      await press('Find client')
      await dialog.getByRole('heading', { name: 'Which client?' }).waitFor()
    },
    /** The button that carries the effect of the choice; it is there once the search has ended. */
    create: () => press(/^Create/u),
    async closeAll() {
      await press('Close all')
      await dialog.waitFor({ state: 'hidden' })
    },
    isDone: () => page.getByText('✓ Done').waitFor(),
  }
}
