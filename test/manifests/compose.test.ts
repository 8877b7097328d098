import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfig } from '../../src/config/config.ts'
import { notSettings } from './settings-names.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** What every service of ours says, closed at each level. Source: the Compose Specification. */
const duration = z.string().regex(/^\d+(ms|s|m)$/u)
const size = z.string().regex(/^\d+[kmg]$/u)
const configFile = z.strictObject({
  type: z.literal('bind'),
  source: z.literal('../leadhand.yml'),
  target: z.literal('/app/leadhand.yml'),
  read_only: z.literal(true),
  bind: z.strictObject({ create_host_path: z.literal(false) }),
})
const service = z.strictObject({
  build: z.string().optional(),
  image: z.string(),
  init: z.literal(true).optional(),
  restart: z.literal('unless-stopped'),
  env_file: z.string().optional(),
  environment: z.record(z.string().regex(/^[A-Z_]+$/u), z.string()),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/u)).optional(),
  networks: z.array(z.string()).optional(),
  volumes: z.array(z.union([z.string().regex(/^[a-z]+:\/[a-z/]+$/u), configFile])),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: duration,
      timeout: duration,
      retries: z.int().positive(),
    })
    .optional(),
  read_only: z.literal(true).optional(),
  tmpfs: z.array(z.string().startsWith('/')).optional(),
  cap_drop: z.tuple([z.literal('ALL')]).optional(),
  security_opt: z.array(z.literal('no-new-privileges:true')),
  pids_limit: z.int().positive().optional(),
  mem_limit: size.optional(),
  shm_size: size.optional(),
  stop_grace_period: duration,
  logging: z.strictObject({
    driver: z.literal('local'),
    options: z.strictObject({ 'max-size': size, 'max-file': z.string().regex(/^\d+$/u) }),
  }),
})
const compose = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: z
    .record(z.string(), z.union([z.null(), z.strictObject({ internal: z.literal(true) })]))
    .optional(),
  volumes: z.record(z.string(), z.null()),
})

const dockerfile = read('Dockerfile')

describe.each(['compose.yml', 'compose.postgres.yml'])('manifests/%s', (file) => {
  const {
    services,
    networks = {},
    volumes,
  } = compose.parse(parse(read(`manifests/${file}`), { strict: true }))
  const app = service
    .required({ read_only: true, cap_drop: true, init: true, env_file: true })
    .parse(services.leadhand)

  it('sets only what the app reads, together with .env.example accepted by it', () => {
    const set = Object.fromEntries(
      Object.entries(app.environment).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{\w+[^}]*\}/gu, 'secret'),
      ]),
    )

    const config = readConfig({ ...parseEnv(read('.env.example')), ...set }, () => '')

    expect(notSettings(Object.keys(app.environment))).toEqual([])
    expect(config.store.databaseUrl !== undefined).toBe(file === 'compose.postgres.yml')
  })

  it('keeps the data folder in a volume, where the image has it', () => {
    expect(app.volumes).toContain(`data:${app.environment.DATA_DIR}`)
    expect(dockerfile).toContain(`VOLUME ${app.environment.DATA_DIR}`)
    expect(dockerfile).toContain(`EXPOSE ${app.environment.PORT}`)
    expect(app.ports).toEqual([`127.0.0.1:${app.environment.PORT}:${app.environment.PORT}`])
  })

  it('finds what set-up writes, where LEADHAND_CONFIG=./leadhand.yml leads to in the image', () => {
    expect(app.volumes.filter((volume) => typeof volume !== 'string')).toHaveLength(1)
    expect(dockerfile).toContain('WORKDIR /app')
  })

  it('declares each volume, network and service that it names', () => {
    const all = Object.values(services)

    expect(
      [
        ...new Set(
          all
            .flatMap((each) => each.volumes)
            .flatMap((volume) => (typeof volume === 'string' ? [volume.split(':')[0]] : [])),
        ),
      ].toSorted(),
    ).toEqual(Object.keys(volumes).toSorted())
    expect([...new Set(all.flatMap((each) => each.networks ?? []))].toSorted()).toEqual(
      Object.keys(networks).toSorted(),
    )
    expect(
      all
        .flatMap((each) => Object.keys(each.depends_on ?? {}))
        .filter((name) => !services[name]?.healthcheck),
    ).toEqual([])
  })

  it('writes no password down', () => {
    for (const each of Object.values(services)) {
      for (const [name, value] of Object.entries(each.environment)) {
        if (/PASSWORD|TOKEN|SECRET|URL/u.test(name)) expect(value).toMatch(/\$\{\w+:\?[^}]+\}/u)
      }
    }
  })
})
