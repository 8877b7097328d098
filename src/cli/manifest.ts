import { readFileSync } from 'node:fs'
import { publicUrl } from '../config/formats.ts'
import { toHttpManifest } from '../config/http-manifest.ts'

const USAGE = `Prints the manifest to paste at https://api.slack.com/apps → Create New App → From a manifest.
  npm run --silent manifest                                  for Socket Mode, no public address needed
  npm run --silent manifest -- https://leads.example.com     for an app that Slack reaches at this address`

function main([address, ...more]: readonly string[]): number {
  if (more.length > 0 || (address !== undefined && !publicUrl.isValid(address))) {
    process.stderr.write(`${USAGE}\n`)
    return address === '--help' ? 0 : 2
  }
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8')
  process.stdout.write(address === undefined ? manifest : toHttpManifest(manifest, address))
  return 0
}

process.exitCode = main(process.argv.slice(2))
