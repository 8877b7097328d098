import { readdirSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { processSettings } from '../../src/config/env.ts'
import { type Resource, resource } from './kubernetes-schema.ts'
import { build, pathIn, readKustomization, readYaml } from './kustomize.ts'
import { notSettings, SECRETS } from './settings-names.ts'

type Kind<Name extends Resource['kind']> = Extract<Resource, { kind: Name }>

function only<Name extends Resource['kind']>(resources: readonly Resource[], kind: Name): Kind<Name> {
  const found = resources.filter((each): each is Kind<Name> => each.kind === kind)
  expect(found).toHaveLength(1)
  return found[0] as Kind<Name>
}

const settings = parseEnv(readFileSync(pathIn('base/settings.env'), 'utf8'))
const secret = resource.parse(readYaml(pathIn('base/secret.example.yaml'))) as Kind<'Secret'>

describe.each(['base', 'postgres'])('manifests/kubernetes/%s', (folder) => {
  const resources = build(folder)
  const deployment = only(resources, 'Deployment')
  const pod = deployment.spec.template
  const [app] = pod.spec.containers

  it('selects the pods that it makes, everywhere by the same labels', () => {
    const selectors = [
      deployment.spec.selector.matchLabels,
      only(resources, 'Service').spec.selector,
      only(resources, 'PodDisruptionBudget').spec.selector.matchLabels,
      only(resources, 'NetworkPolicy').spec.podSelector.matchLabels,
      ...(pod.spec.topologySpreadConstraints ?? []).map((spread) => spread.labelSelector.matchLabels),
    ]

    for (const selector of selectors) expect(pod.metadata.labels).toMatchObject(selector)
  })

  it('leads from the ingress through the service to the port that the settings name', () => {
    const [path, ...more] = only(resources, 'Ingress').spec.rules.flatMap((rule) => rule.http.paths)
    const service = only(resources, 'Service')
    const port = service.spec.ports.find((each) => each.name === path?.backend.service.port.name)
    const target = app?.ports.find((each) => each.name === port?.targetPort)

    expect(more).toEqual([])
    expect(path).toMatchObject({ path: '/slack/events', pathType: 'Exact' })
    expect(path?.backend.service.name).toBe(service.metadata.name)
    expect(target?.containerPort).toBe(Number(settings.PORT))
    expect(pod.metadata.annotations?.['prometheus.io/port']).toBe(settings.PORT)
    expect(only(resources, 'NetworkPolicy').spec.ingress[0]?.ports[0]?.port).toBe(Number(settings.PORT))
  })

  it('takes its settings and secrets from where they are made', () => {
    const generated = readKustomization('base')

    expect(app?.envFrom).toEqual([
      {
        configMapRef: {
          name: generated.kind === 'Kustomization' ? generated.configMapGenerator?.[0]?.name : '',
        },
      },
      { secretRef: { name: secret.metadata.name } },
    ])
    expect(pod.spec.serviceAccountName).toBe(only(resources, 'ServiceAccount').metadata.name)
  })

  it('mounts each volume that it declares, the data folder among them', () => {
    const mounts = app?.volumeMounts.map((mount) => mount.name)

    expect(mounts?.toSorted()).toEqual(pod.spec.volumes.map((volume) => volume.name).toSorted())
    expect(app?.volumeMounts.map((mount) => mount.mountPath)).toContain(settings.DATA_DIR)
  })

  it('finds the configuration file where the settings say that it is mounted', () => {
    const generated = readKustomization('base')
    const maps = generated.kind === 'Kustomization' ? (generated.configMapGenerator ?? []) : []
    const mount = app?.volumeMounts.find((each) => settings.LEADHAND_CONFIG?.startsWith(`${each.mountPath}/`))
    const volume = pod.spec.volumes.find((each) => each.name === mount?.name)
    const made = maps.find((each) => volume && 'configMap' in volume && each.name === volume.configMap.name)

    expect(made).toMatchObject({ files: [settings.LEADHAND_CONFIG?.slice('/config/'.length)] })
  })

  it('is started, watched and let go by the pages that the app has', () => {
    expect(app?.startupProbe.httpGet.path).toBe('/healthz')
    expect(app?.livenessProbe.httpGet.path).toBe('/healthz')
    expect(app?.readinessProbe.httpGet.path).toBe('/readyz')
    const stopWithin = processSettings.shape.STOP_WITHIN.parse(settings.STOP_WITHIN)
    const seconds = (app?.lifecycle.preStop.sleep.seconds ?? 0) + stopWithin
    expect(pod.spec.terminationGracePeriodSeconds).toBeGreaterThan(seconds)
  })
})

describe('what a kustomization names', () => {
  it('is there, and all that is there is named', () => {
    for (const folder of ['base', 'postgres', 'socket-mode']) {
      const found = readKustomization(folder)
      const named = [
        'kustomization.yaml',
        ...(found.kind === 'Kustomization' ? found.resources.filter((path) => !path.startsWith('..')) : []),
        ...(found.patches ?? []).map((patch) => patch.path),
        ...(found.kind === 'Kustomization'
          ? (found.configMapGenerator ?? []).flatMap((generator) =>
              'envs' in generator ? generator.envs : generator.files,
            )
          : []),
        ...(folder === 'base' ? ['secret.example.yaml'] : []),
      ]

      expect(readdirSync(pathIn(folder)).toSorted()).toEqual(named.toSorted())
    }
  })

  it('has the image that the deployment asks for', () => {
    const base = readKustomization('base')
    const images = base.kind === 'Kustomization' ? base.images?.map((image) => image.name) : []

    expect(images).toEqual(
      only(build('base'), 'Deployment').spec.template.spec.containers.map((container) => container.image),
    )
  })
})

describe('one process per data folder', () => {
  it('holds for the volume', () => {
    const resources = build('base')
    const { spec } = only(resources, 'Deployment')

    expect(spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } })
    expect(spec.template.spec.volumes).toContainEqual({
      name: 'data',
      persistentVolumeClaim: { claimName: only(resources, 'PersistentVolumeClaim').metadata.name },
    })
  })

  it('is not needed with Postgres, where no pod waits for the other to end', () => {
    const resources = build('postgres')
    const { spec } = only(resources, 'Deployment')

    expect(spec).toMatchObject({
      replicas: 2,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } },
    })
    expect(resources.filter((each) => each.kind === 'PersistentVolumeClaim')).toEqual([])
    expect(spec.template.spec.volumes.filter((volume) => 'persistentVolumeClaim' in volume)).toEqual([])
    expect(only(resources, 'NetworkPolicy').spec.egress.flatMap((rule) => rule.ports)).toContainEqual({
      protocol: 'TCP',
      port: 5432,
    })
  })
})

it('has no way in for Socket Mode', () => {
  expect(build('base', ['socket-mode']).filter((each) => each.kind === 'Ingress')).toEqual([])
})

describe('the settings', () => {
  it('are known to the app, and no secret stands among them', () => {
    expect(notSettings([...Object.keys(settings), ...Object.keys(secret.stringData)])).toEqual([])
    expect(SECRETS.filter((name) => name in settings)).toEqual([])
    expect(Object.keys(secret.stringData).toSorted()).toEqual(SECRETS.toSorted())
  })

  it('are accepted together, over HTTP and in Socket Mode', () => {
    const { SLACK_APP_TOKEN, ...overHttp } = { ...settings, ...secret.stringData }
    const file = readFileSync(pathIn('base/leadhand.yml'), 'utf8')
    const read = (environment: NodeJS.Dict<string>) => readConfig(environment, () => file)

    expect(read({ ...overHttp, SLACK_APP_TOKEN }).slack.appToken).toBeDefined()
    expect(read(overHttp).slack.appToken).toBeUndefined()
  })
})
