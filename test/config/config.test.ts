import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import type { Environment } from '../../src/config/env.ts'
import { SettingsError, type SettingsProblem } from '../../src/config/settings-error.ts'

const anEnvironment = (changes: Environment = {}): Environment => ({
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5',
  SINGLEOPS_USER_EMAIL: 'leads@example.com',
  SINGLEOPS_USER_TOKEN: 'token-1',
  ACCOUNT_TIME_ZONE: 'America/New_York',
  LEAD_CHANNEL: 'C0123LEADS',
  ...changes,
})

const withFile = (changes: Environment = {}): Environment =>
  anEnvironment({ LEADHAND_CONFIG: 'leadhand.yml', ...changes })

const noFile = (): string => {
  throw new Error('no file is expected to be read')
}

function problemsOf(environment: Environment, yaml?: string): readonly SettingsProblem[] {
  try {
    readConfig(environment, yaml === undefined ? noFile : () => yaml)
  } catch (error) {
    if (error instanceof SettingsError) return error.problems
    throw error
  }
  return []
}

it('takes values in quotes as those of `docker run --env-file` arrive', () => {
  const { slack } = readConfig(
    anEnvironment({ SLACK_BOT_TOKEN: "'xoxb-1'", LEAD_CHANNEL: '"C0123LEADS"' }),
    noFile,
  )

  expect(slack.botToken).toBe('xoxb-1')
})

describe('traces', () => {
  const tracing = (changes: Environment) => readConfig(anEnvironment(changes), noFile).tracing
  const here = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }

  it.each([
    ['nothing is said', {}],
    ['only their name and protocol are', { OTEL_SERVICE_NAME: 'x', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }],
    ['the SDK is disabled', { ...here, OTEL_SDK_DISABLED: 'TRUE', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }],
    ['the exporter is none', { ...here, OTEL_TRACES_EXPORTER: 'none' }],
  ])('are off when %s', (_when, changes) => {
    expect(tracing(changes)).toBeUndefined()
  })

  it.each([
    [{ OTEL_TRACES_EXPORTER: 'otlp' }, { url: 'http://localhost:4318/v1/traces', serviceName: 'leadhand' }],
    [here, { url: 'http://collector:4318/v1/traces', headers: {}, resource: {}, keep: 1 }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://host/otlp/' }, { url: 'https://host/otlp/v1/traces' }],
    [{ ...here, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://host/in' }, { url: 'https://host/in' }],
    [{ ...here, OTEL_EXPORTER_OTLP_HEADERS: 'a=b%2Cc, d = e=f ' }, { headers: { a: 'b,c', d: 'e=f' } }],
    [
      { ...here, OTEL_EXPORTER_OTLP_HEADERS: 'a=1', OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'b=2' },
      { headers: { b: '2' } },
    ],
    [{ ...here, OTEL_RESOURCE_ATTRIBUTES: 'service.name=one' }, { serviceName: 'one' }],
    [
      { ...here, OTEL_RESOURCE_ATTRIBUTES: 'service.name=one,k=v', OTEL_SERVICE_NAME: 'two' },
      { serviceName: 'two', resource: { k: 'v' } },
    ],
    [{ ...here, OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, { keep: 0 }],
    [{ ...here, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' }, { keep: 0.25 }],
    [
      {
        ...here,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
        OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/protobuf',
      },
      { url: 'http://collector:4318/v1/traces' },
    ],
  ])('go where %j says', (changes, expected) => {
    expect(tracing(changes)).toMatchObject(expected)
  })

  it.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://user:key@collector'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'Bearer verysecret'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'key=%verysecret'],
    ['OTEL_TRACES_SAMPLER', 'sometimes'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
  ])('are refused with a remedy when %s is %s', (name, value) => {
    const [problem, ...more] = problemsOf(anEnvironment({ ...here, [name]: value }))

    expect(problem).toMatchObject({ where: name, remedy: expect.stringMatching(/\S/u) })
    expect(JSON.stringify(problem)).not.toContain('secret')
    expect(more).toEqual([])
  })
})

describe('one account by the environment alone', () => {
  it('is complete with six variables', () => {
    const config = readConfig(anEnvironment(), noFile)

    expect(config).toMatchObject({
      logLevel: 'info',
      store: { dataDir: './data' },
      slack: { port: 3000, apiUrl: 'https://slack.com/api/', signingSecret: expect.any(String) },
      singleops: {
        baseUrl: 'https://app.singleops.com/api/v1/',
        accounts: [{ key: 'main', userEmail: 'leads@example.com', userToken: 'token-1', visitStageId: 8 }],
      },
      intake: {
        accounts: [{ key: 'main', timeZone: 'America/New_York', country: 'US' }],
        search: { budget: 16, timeBudgetMs: 6000 },
        ownLeadsForMs: 259_200_000,
        unfinishedForMs: 86_400_000,
        remindAfterMs: 300_000,
      },
    })
    expect([...config.notifications.cards.values()]).toEqual([
      {
        channel: 'C0123LEADS',
        byOperation: {},
      },
    ])
  })

  it('says nothing about what is not set', () => {
    const config = readConfig(anEnvironment({ SLACK_APP_TOKEN: '', DEFAULT_AREA_CODE: '  ' }), noFile)

    expect(config.slack).not.toHaveProperty('appToken')
    expect(config.slack).not.toHaveProperty('officeChannel')
    expect(config.store).not.toHaveProperty('databaseUrl')
    expect(config.intake.accounts[0]).not.toHaveProperty('areaCode')
  })

  it('needs no signing secret in Socket Mode', () => {
    const environment = anEnvironment({ SLACK_SIGNING_SECRET: undefined, SLACK_APP_TOKEN: 'xapp-1' })

    expect(readConfig(environment, noFile).slack.appToken).toBe('xapp-1')
    expect(problemsOf({ ...environment, SLACK_APP_TOKEN: undefined })).toMatchObject([
      {
        where: 'SLACK_APP_TOKEN',
        problem: 'is not set',
        remedy: expect.stringContaining('SLACK_SIGNING_SECRET'),
      },
    ])
  })

  it('needs the signing secret where an address for Slack is given', () => {
    const overHttp = anEnvironment({
      SLACK_SIGNING_SECRET: undefined,
      PUBLIC_URL: 'https://leads.example.com',
    })

    expect(problemsOf(overHttp)).toMatchObject([{ where: 'SLACK_SIGNING_SECRET', problem: 'is not set' }])
  })

  it('lists everything that is missing at once', () => {
    const problems = problemsOf({})

    expect(problems.map(({ where }) => where)).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'ACCOUNT_TIME_ZONE',
      'SINGLEOPS_USER_EMAIL',
      'SINGLEOPS_USER_TOKEN',
    ])
  })
})

it('reads one or several intake channels', () => {
  const intakeOf = (ids: string) =>
    readConfig(anEnvironment({ INTAKE_CHANNEL: ids }), noFile).slack.intakeChannels

  expect(intakeOf('C0123INBOX')).toEqual(['C0123INBOX'])
  expect(intakeOf('C0123INBOX, C0456FORMS')).toEqual(['C0123INBOX', 'C0456FORMS'])
})

describe('a wrong value', () => {
  it.each([
    ['PORT', '70000', 'from 0 to 65535'],
    ['PORT', '80a', 'from 0 to 65535'],
    ['LOG_LEVEL', 'verbose', 'debug, info'],
    ['LEAD_CHANNEL', '#leads', 'C0123ABCDEF'],
    ['OFFICE_CHANNEL', 'office', 'C0123ABCDEF'],
    ['INTAKE_CHANNEL', 'U0123ABCDEF', 'C0123ABCDEF'],
    ['INTAKE_CHANNEL', 'C0123ABCDEF, #leads', 'C0123ABCDEF'],
    ['OFFICE_GROUP', '@office', 'S0123ABCDEF'],
    ['ACCOUNT_TIME_ZONE', 'America/New York', 'America/New_York'],
    ['ACCOUNT_TIME_ZONE', 'EST', 'daylight saving'],
    ['ACCOUNT_TIME_ZONE', '-05:00', 'daylight saving'],
    ['ACCOUNT_TIME_ZONE', 'Mars/Olympus', 'America/New_York'],
    ['DEFAULT_COUNTRY', 'USA', 'US, CA'],
    ['DEFAULT_AREA_CODE', '1770', '770'],
    ['DEFAULT_AREA_CODE', '170', '770'],
    ['SINGLEOPS_JOB_URL', 'https://app.singleops.com/jobs/', '{id}'],
    ['SINGLEOPS_CLIENT_URL', 'clients/{id}', '{id}'],
    ['SINGLEOPS_BASE_URL', 'app.singleops.com', 'https://app.singleops.com/api/v1/'],
    ['SINGLEOPS_BASE_URL', 'http://app.singleops.com/api/v1/', 'https'],
    ['SLACK_API_URL', 'https://slack.com/api/?token=1', 'https'],
    ['SLACK_BOT_TOKEN', 'xapp-1', 'xoxb-'],
    ['SLACK_APP_TOKEN', 'xoxb-1', 'xapp-'],
    ['SLACK_SIGNING_SECRET', 'xoxb-1-2-3-4-5', 'Signing Secret'],
    ['SINGLEOPS_USER_EMAIL', 'leads', 'email'],
    ['SINGLEOPS_USER_TOKEN', 'two words', 'without blanks'],
    ['DATABASE_URL', 'mysql://db.example.com/leadhand', 'postgres://'],
  ])('of %s, %s, is told with a remedy', (where, value, remedy) => {
    const problems = problemsOf(anEnvironment({ [where]: value }))

    expect(problems).toMatchObject([{ where, remedy: expect.stringContaining(remedy) }])
  })

  it.each(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SINGLEOPS_USER_EMAIL'])(
    'of %s is never repeated',
    (name) => {
      expect(JSON.stringify(problemsOf(anEnvironment({ [name]: 's3cr3t' })))).not.toContain('s3cr3t')
    },
  )

  it('of DATABASE_URL is never repeated, since it holds a password', () => {
    expect(
      JSON.stringify(problemsOf(anEnvironment({ DATABASE_URL: 'mysql://u:s3cr3t@h/db' }))),
    ).not.toContain('s3cr3t')
  })
})

it.each([
  ['http://127.0.0.1:4100/api', 'http://127.0.0.1:4100/api/'],
  ['http://sandbox:4100/api/', 'http://sandbox:4100/api/'],
  ['http://[::1]:4100/', 'http://[::1]:4100/'],
  ['https://singleops.example/api/v1', 'https://singleops.example/api/v1/'],
])('takes %s as SingleOps, ending in a slash', (given, taken) => {
  expect(readConfig(anEnvironment({ SINGLEOPS_BASE_URL: given }), noFile).singleops.baseUrl).toBe(taken)
})

it('fills the only account of the file up from the environment', () => {
  const yaml =
    'accounts: { main: { custom_inputs: { Division: { hide: Residential }, Urgent: { hide: true } } } }'

  const config = readConfig(withFile({ DEFAULT_AREA_CODE: '770' }), () => yaml)

  expect(config.intake.accounts[0]).toMatchObject({
    key: 'main',
    timeZone: 'America/New_York',
    areaCode: '770',
    customInputs: {
      Division: { kind: 'hide', value: 'Residential' },
      Urgent: { kind: 'hide', value: 'true' },
    },
  })
  expect(config.singleops.accounts[0]).toMatchObject({ userToken: 'token-1' })
})

it('takes general settings from the file and the account from the environment', () => {
  const yaml = 'follow_up: { presets: [{ label: at noon, day: today, time: "12:00" }], call_minutes: 20 }'

  const config = readConfig(withFile(), () => yaml)

  expect(config.intake.followUp).toEqual({
    presets: [{ key: 'today-1200', label: 'at noon', day: 'today', time: '12:00' }],
    callMinutes: 20,
    visitMinutes: 60,
  })
  expect(config.intake.accounts).toHaveLength(1)
})

it('takes an empty file for no settings', () => {
  expect(readConfig(withFile(), () => '# later\n').intake.accounts).toHaveLength(1)
})

describe('several accounts', () => {
  const accounts = (north: string, south: string) => `
accounts:
  north: { user_email_env: N_EMAIL, user_token_env: N_TOKEN, ${north} }
  south: { user_email_env: S_EMAIL, user_token_env: S_TOKEN, ${south} }
`
  const tokens = { N_EMAIL: 'n@example.com', N_TOKEN: 'n', S_EMAIL: 's@example.com', S_TOKEN: 's' }

  it('have their own credentials and zones', () => {
    const yaml = accounts('name: North', 'time_zone: America/Denver')

    const { singleops } = readConfig(withFile(tokens), () => yaml)

    expect(singleops.accounts).toMatchObject([
      { key: 'north', userToken: 'n', timeZone: 'America/New_York' },
      { key: 'south', userToken: 's', timeZone: 'America/Denver' },
    ])
  })

  it('own their lead channels, but not the one they share', () => {
    const yaml = accounts('operation_channels: { Plants: C0123PLANTS }', 'lead_channel: C0123SOUTH')

    const { intake } = readConfig(withFile(tokens), () => yaml)

    expect(intake.accounts.map(({ channels }) => channels)).toEqual([
      ['C0123LEADS', 'C0123PLANTS'],
      ['C0123SOUTH'],
    ])
    expect(
      readConfig(withFile(tokens), () => accounts('name: N', 'name: S')).intake.accounts[0]?.channels,
    ).toEqual([])
  })

  it('never share credentials, not even by leaving them out', () => {
    const yaml = 'accounts: { north: { name: N }, south: { name: S } }'

    expect(problemsOf(withFile(), yaml).map(({ where }) => where)).toEqual([
      'accounts.north.user_email_env',
      'accounts.north.user_token_env',
      'accounts.south.user_email_env',
      'accounts.south.user_token_env',
    ])
  })

  it.each([
    ['channels: [C0123SALES]', 'channels: [C0123SALES]', 'accounts.south.channels', 'C0123SALES'],
    ['name: Trees', 'name: Trees', 'accounts.south.name', 'Trees'],
  ])('can not both have %s', (north, south, where, value) => {
    expect(problemsOf(withFile(tokens), accounts(north, south))).toMatchObject([
      { where, problem: expect.stringContaining(value) },
    ])
  })

  it('can not be entered by one API user', () => {
    const yaml = accounts('name: N', 'name: S').replace('S_TOKEN', 'N_TOKEN')

    expect(problemsOf(withFile(tokens), yaml)).toMatchObject([{ where: 'accounts.south.user_token_env' }])
  })

  it('say once what they lack together, and where', () => {
    const problems = problemsOf(
      withFile({ ...tokens, ACCOUNT_TIME_ZONE: undefined, S_TOKEN: undefined }),
      accounts('name: N', 'name: S'),
    )

    expect(problems.map(({ where, problem }) => `${where} ${problem}`)).toEqual([
      'ACCOUNT_TIME_ZONE is not set',
      'S_TOKEN is not set',
    ])
  })
})

describe('a mistake in the file', () => {
  it.each([
    ['acounts: {}', 'acounts', 'Did you mean accounts?'],
    ['follow_up: { preset: [] }', 'follow_up.preset', 'Did you mean presets?'],
    ['colour: red', 'colour', 'Known here: follow_up'],
    ['accounts: { main: { timezone: UTC } }', 'accounts.main.timezone', 'Did you mean time_zone?'],
    ['accounts: { main: { lead_source: { inptu: A } } }', 'accounts.main.lead_source.inptu', 'input'],
    [
      'follow_up: { presets: [{ label: a, day: today, tiem: "8:00", time: "08:00" }] }',
      'follow_up.presets[0].tiem',
      'Did you mean time?',
    ],
    [
      'follow_up: { presets: [{ label: a, day: today, time: "08:00" }, { label: b, day: today, time: "08:00" }] }',
      'follow_up.presets[1]',
      'Leave one',
    ],
    ['search: { seconds: 0 }', 'search.seconds', 'from 1 to 60'],
    ['search: { own_leads_for_hours: 0 }', 'search.own_leads_for_hours', 'from 1 to 720'],
    ['search: 5', 'search', 'leadhand.example.yml'],
    ['- a', 'leadhand.yml', 'leadhand.example.yml'],
    ['accounts: [main]', 'accounts', 'leadhand.example.yml'],
    ['accounts: { main: }', 'accounts.main', 'leadhand.example.yml'],
    ['accounts: { Tree Care: {} }', 'accounts.Tree Care', 'north'],
    ['accounts: { main: { area_code: 17 } }', 'accounts.main.area_code', '770'],
    ['accounts: { main: { time_zone: } }', 'accounts.main.time_zone', 'America/New_York'],
    ['accounts: { main: { channels: [C0123SALES, "#x"] } }', 'accounts.main.channels[1]', 'C0123ABCDEF'],
    ['accounts: { main: { custom_inputs: { A: hidden } } }', 'accounts.main.custom_inputs.A', 'show'],
    ['accounts: { main: { custom_inputs: { A: { hide: } } } }', 'accounts.main.custom_inputs.A', 'hide'],
    ['accounts: { main: { default_operations: { "#a": B } } }', 'accounts.main.default_operations.#a', 'C01'],
    [
      'accounts: { main: { notes_are_internal: "yes" } }',
      'accounts.main.notes_are_internal',
      'true or false',
    ],
    ['accounts: { main: { own: { domains: [gmail.com] } } }', 'accounts.main.own.domains[0]', 'customers'],
    ['accounts: { main: { own: { phones: [555-0100] } } }', 'accounts.main.own.phones[0]', '770-555-0100'],
    ['permissions: { decide: ["@sam"] }', 'permissions.decide[0]', 'U0123ABCDEF'],
    ['a: 1\na: 2', 'leadhand.yml line 2, column 1', 'leadhand.example.yml'],
    ['accounts: {', 'leadhand.yml line 1', 'leadhand.example.yml'],
  ])('%s is told with its place', (yaml, where, remedy) => {
    expect(problemsOf(withFile(), yaml)).toMatchObject([
      { where: expect.stringContaining(where), remedy: expect.stringContaining(remedy) },
    ])
  })

  it('is told beside those in the environment and in other accounts', () => {
    const yaml = `
accounts:
  north: { colour: red }
  south: { user_email_env: S_EMAIL, user_token_env: S_TOKEN, time_zone: EST }
search: { seconds: many }
`
    const problems = problemsOf(withFile({ PORT: 'x' }), yaml)

    expect(problems.map(({ where }) => where).toSorted()).toEqual([
      'PORT',
      'S_EMAIL',
      'S_TOKEN',
      'accounts.north.colour',
      'accounts.north.user_email_env',
      'accounts.north.user_token_env',
      'accounts.south.time_zone',
      'search.seconds',
    ])
  })

  it('never repeats a secret that was written into it', () => {
    const yaml = 'accounts: { main: { user_token_env: s3cr3t-value, user_email_env: sam@s3cr3t.example } }'

    const problems = problemsOf(withFile(), yaml)

    expect(problems).toHaveLength(2)
    expect(JSON.stringify(problems)).not.toContain('s3cr3t')
  })
})

it('says that the file can not be read, by its code', () => {
  const missing = (): string => {
    throw Object.assign(new Error('ENOENT: /home/leadhand/x.yml'), { code: 'ENOENT' })
  }

  expect(() => readConfig(withFile(), missing)).toThrow(
    expect.objectContaining({
      problems: [{ where: 'LEADHAND_CONFIG', problem: "can't be read (ENOENT)", remedy: expect.any(String) }],
    }),
  )
})

it('says of a folder in the place of the file where it comes from', () => {
  const folder = (): string => {
    throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' })
  }

  expect(() => readConfig(withFile(), folder)).toThrow(
    expect.objectContaining({
      problems: [expect.objectContaining({ remedy: expect.stringContaining('Docker makes one') })],
    }),
  )
})

it('writes all problems into the message, one remedy under each', () => {
  expect(() => readConfig(anEnvironment({ PORT: 'x', LEAD_CHANNEL: '#leads' }), noFile)).toThrow(
    /^2 settings are wrong:\n {2}PORT is "x".*\n {4}→ .*\n {2}LEAD_CHANNEL is "#leads".*\n {4}→ .*$/u,
  )
})
