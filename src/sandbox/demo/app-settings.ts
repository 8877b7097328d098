import { MAIN_ACCOUNT } from '../seed.ts'
import type { SingleOpsServer } from '../singleops/api.ts'
import type { Workspace } from '../workspace/api.ts'
import { PARTNER_CHANNEL, PARTNER_OPERATION } from './channels.ts'

type Around = {
  readonly ws: Workspace
  readonly singleops: SingleOpsServer
  readonly dataDir: string
  /** Where `configFile` is kept. */
  readonly configPath: string
}

/** What the app is told of the demo: everything that an operator would set up, so that each way in and out can be played. */
export function appEnvironment({ ws, singleops, dataDir, configPath }: Around): Record<string, string> {
  return {
    PORT: '0',
    DATA_DIR: dataDir,
    SLACK_BOT_TOKEN: ws.botToken,
    SLACK_SIGNING_SECRET: ws.signingSecret,
    SLACK_API_URL: ws.url,
    SINGLEOPS_BASE_URL: singleops.baseUrl,
    SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
    SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
    SINGLEOPS_JOB_URL: singleops.jobUrl,
    SINGLEOPS_CLIENT_URL: singleops.clientUrl,
    LEAD_CHANNEL: ws.channels.leads.id,
    INTAKE_CHANNEL: [ws.channels['leads-inbox'].id, partnerChannel(ws)].join(','),
    OFFICE_CHANNEL: ws.channels.office.id,
    OFFICE_GROUP: ws.groups.office.id,
    ACCOUNT_TIME_ZONE: 'America/New_York',
    DEFAULT_AREA_CODE: '770',
    LEADHAND_CONFIG: configPath,
  }
}

/** Every lead has its card in #leads; one that the partner works on has a second one where the partner reads. */
export function configFile(ws: Workspace): string {
  return [
    'card_rules:',
    '  match: all',
    '  rules:',
    `    - channel: ${ws.channels.leads.id}`,
    `    - channel: ${partnerChannel(ws)}`,
    `      operations: [${JSON.stringify(PARTNER_OPERATION)}]`,
    '',
  ].join('\n')
}

function partnerChannel(ws: Workspace): string {
  const channel = ws.channels[PARTNER_CHANNEL]
  if (!channel) throw new Error(`The workspace has no #${PARTNER_CHANNEL}.`)
  return channel.id
}
