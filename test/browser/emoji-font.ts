import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

// The whole font in one file: its pieces have their colours in a form that Chromium does not draw.
const PACKAGE = '@fontsource/noto-color-emoji'
const AT = '/emoji-font'

/** Lends the page an emoji font, as every visitor's machine has one; this browser comes without. Again after each navigation. */
export async function lendEmojiFont(page: Page): Promise<void> {
  const css = readFileSync(fileURLToPath(import.meta.resolve(`${PACKAGE}/emoji.css`)), 'utf8')
  await page.route(`**${AT}/**`, (route) => {
    const file = new URL(route.request().url()).pathname.slice(AT.length + 1)
    return route.fulfill({ path: fileURLToPath(import.meta.resolve(`${PACKAGE}/${file}`)) })
  })
  await page.addStyleTag({ content: css.replaceAll('url(./', `url(${AT}/`) })
  await page.evaluate(async () => {
    await document.fonts.load('16px "Noto Color Emoji"', '✅')
  })
}
