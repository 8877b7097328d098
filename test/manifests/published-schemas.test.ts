import { Deployment } from 'kubernetes-models/apps/v1'
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1'
import { PersistentVolumeClaim, Secret, Service, ServiceAccount } from 'kubernetes-models/v1'
import { expect, it } from 'vitest'
import { build, pathIn, readYaml } from './kustomize.ts'

type Validated = { validate(): void }

/** The kinds we use, checked by the JSON schemas that Kubernetes publishes. */
const KINDS: Readonly<Record<string, new (data: never) => Validated>> = {
  'apps/v1 Deployment': Deployment,
  'networking.k8s.io/v1 Ingress': Ingress,
  'networking.k8s.io/v1 NetworkPolicy': NetworkPolicy,
  'policy/v1 PodDisruptionBudget': PodDisruptionBudget,
  'v1 PersistentVolumeClaim': PersistentVolumeClaim,
  'v1 Secret': Secret,
  'v1 Service': Service,
  'v1 ServiceAccount': ServiceAccount,
}

function validate(resource: object): void {
  const { apiVersion, kind } = resource as { apiVersion: string; kind: string }
  const Model = KINDS[`${apiVersion} ${kind}`]
  if (!Model) throw new Error(`${apiVersion} ${kind} is no kind of Kubernetes that we use`)
  new Model(resource as never).validate()
}

it.each([
  ['base', []],
  ['base', ['socket-mode']],
  ['postgres', []],
  ['postgres', ['socket-mode']],
])(
  'manifests/kubernetes/%s with %j is what the published schemas of Kubernetes ask for',
  (folder, components) => {
    const resources = build(folder, components)

    expect(resources.length).toBeGreaterThan(3)
    for (const resource of resources) expect(() => validate(resource)).not.toThrow()
  },
)

it('the example of a secret is, too', () => {
  expect(() => validate(readYaml(pathIn('base/secret.example.yaml')) as object)).not.toThrow()
})

it('sees a number that is none', () => {
  const deployment = build('base').find(({ kind }) => kind === 'Deployment') as { spec: object }

  expect(() => validate({ ...deployment, spec: { ...deployment.spec, replicas: 'two' } })).toThrow('integer')
})
