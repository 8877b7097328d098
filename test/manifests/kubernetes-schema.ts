import { z } from 'zod'

/**
 * The parts of the Kubernetes API that our manifests use, closed at every level: a misspelt or misplaced field, which the API server would
 * drop or refuse, fails here. Source: the API reference of Kubernetes 1.34.
 */
const name = z.string().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/u)
const labels = z.record(z.string().regex(/^([a-z0-9.-]+\/)?[A-Za-z0-9_.-]+$/u), z.string().max(63))
const annotations = z.record(z.string(), z.string())
const quantity = z.string().regex(/^\d+(m|Ki|Mi|Gi)?$/u)
const portNumber = z.int().min(1).max(65_535)
const metadata = z.strictObject({
  name,
  namespace: name.optional(),
  labels: labels.optional(),
  annotations: annotations.optional(),
})
const selector = z.strictObject({ matchLabels: labels })

const probe = z.strictObject({
  httpGet: z.strictObject({ path: z.string().startsWith('/'), port: z.union([name, portNumber]) }),
  periodSeconds: z.int().positive(),
  timeoutSeconds: z.int().positive().optional(),
  failureThreshold: z.int().positive(),
})

/** Required where the "restricted" Pod Security Standard requires it. */
const container = z.strictObject({
  name,
  image: z.string().min(1),
  imagePullPolicy: z.enum(['Always', 'IfNotPresent', 'Never']),
  envFrom: z.array(
    z.union([
      z.strictObject({ configMapRef: z.strictObject({ name }) }),
      z.strictObject({ secretRef: z.strictObject({ name }) }),
    ]),
  ),
  ports: z.array(z.strictObject({ name, containerPort: portNumber })),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  resources: z.strictObject({
    requests: z.strictObject({ cpu: quantity, memory: quantity }),
    limits: z.strictObject({ memory: quantity, cpu: quantity.optional() }),
  }),
  startupProbe: probe,
  livenessProbe: probe,
  readinessProbe: probe,
  lifecycle: z.strictObject({
    preStop: z.strictObject({ sleep: z.strictObject({ seconds: z.int().positive() }) }),
  }),
  volumeMounts: z.array(
    z.strictObject({ name, mountPath: z.string().startsWith('/'), readOnly: z.literal(true).optional() }),
  ),
})

const volume = z.union([
  z.strictObject({ name, persistentVolumeClaim: z.strictObject({ claimName: name }) }),
  z.strictObject({ name, emptyDir: z.strictObject({ sizeLimit: quantity }) }),
  z.strictObject({ name, configMap: z.strictObject({ name }) }),
])

const podSpec = z.strictObject({
  serviceAccountName: name,
  automountServiceAccountToken: z.literal(false),
  enableServiceLinks: z.literal(false),
  terminationGracePeriodSeconds: z.int().positive(),
  securityContext: z.strictObject({
    runAsNonRoot: z.literal(true),
    runAsUser: z.int().positive(),
    runAsGroup: z.int().positive(),
    fsGroup: z.int().positive(),
    fsGroupChangePolicy: z.enum(['OnRootMismatch', 'Always']),
    seccompProfile: z.strictObject({ type: z.literal('RuntimeDefault') }),
  }),
  containers: z.array(container).min(1),
  volumes: z.array(volume),
  topologySpreadConstraints: z
    .array(
      z.strictObject({
        maxSkew: z.int().positive(),
        topologyKey: z.string(),
        whenUnsatisfiable: z.enum(['ScheduleAnyway', 'DoNotSchedule']),
        labelSelector: selector,
      }),
    )
    .optional(),
})

const strategy = z.union([
  z.strictObject({ type: z.literal('Recreate') }),
  z.strictObject({
    type: z.literal('RollingUpdate'),
    rollingUpdate: z.strictObject({ maxUnavailable: z.int(), maxSurge: z.int() }),
  }),
])

const deployment = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('Deployment'),
  metadata,
  spec: z.strictObject({
    replicas: z.int().positive(),
    revisionHistoryLimit: z.int().nonnegative(),
    selector,
    strategy,
    template: z.strictObject({
      metadata: z.strictObject({ labels, annotations: annotations.optional() }),
      spec: podSpec,
    }),
  }),
})

const service = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata,
  spec: z.strictObject({
    type: z.literal('ClusterIP'),
    selector: labels,
    ports: z.array(z.strictObject({ name, port: portNumber, targetPort: z.union([name, portNumber]) })),
  }),
})

const ingress = z.strictObject({
  apiVersion: z.literal('networking.k8s.io/v1'),
  kind: z.literal('Ingress'),
  metadata,
  spec: z.strictObject({
    ingressClassName: name,
    tls: z.array(z.strictObject({ hosts: z.array(z.string()).min(1), secretName: name })).min(1),
    rules: z.array(
      z.strictObject({
        host: z.string(),
        http: z.strictObject({
          paths: z.array(
            z.strictObject({
              path: z.string().startsWith('/'),
              pathType: z.enum(['Exact', 'Prefix']),
              backend: z.strictObject({
                service: z.strictObject({ name, port: z.strictObject({ name }) }),
              }),
            }),
          ),
        }),
      }),
    ),
  }),
})

const disruptionBudget = z.strictObject({
  apiVersion: z.literal('policy/v1'),
  kind: z.literal('PodDisruptionBudget'),
  metadata,
  spec: z.strictObject({ maxUnavailable: z.int(), selector }),
})

const peer = z.union([
  z.strictObject({ namespaceSelector: selector }),
  z.strictObject({
    ipBlock: z.strictObject({ cidr: z.cidrv4(), except: z.array(z.cidrv4()).optional() }),
  }),
])
const ports = z.array(z.strictObject({ protocol: z.enum(['TCP', 'UDP']), port: portNumber })).min(1)

const networkPolicy = z.strictObject({
  apiVersion: z.literal('networking.k8s.io/v1'),
  kind: z.literal('NetworkPolicy'),
  metadata,
  spec: z.strictObject({
    podSelector: selector,
    policyTypes: z.tuple([z.literal('Ingress'), z.literal('Egress')]),
    ingress: z.array(z.strictObject({ from: z.array(peer).min(1), ports })),
    egress: z.array(z.strictObject({ to: z.array(peer).min(1), ports })),
  }),
})

const volumeClaim = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('PersistentVolumeClaim'),
  metadata,
  spec: z.strictObject({
    accessModes: z.tuple([z.enum(['ReadWriteOnce', 'ReadWriteOncePod'])]),
    resources: z.strictObject({ requests: z.strictObject({ storage: quantity }) }),
  }),
})

const serviceAccount = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('ServiceAccount'),
  metadata,
  automountServiceAccountToken: z.literal(false),
})

const secret = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Secret'),
  metadata,
  type: z.literal('Opaque'),
  stringData: z.record(z.string().regex(/^[A-Z_]+$/u), z.string()),
})

export const resource = z.discriminatedUnion('kind', [
  deployment,
  service,
  ingress,
  disruptionBudget,
  networkPolicy,
  volumeClaim,
  serviceAccount,
  secret,
])

export type Resource = z.infer<typeof resource>

const patch = z.union([
  z.strictObject({ path: z.string() }),
  z.strictObject({ path: z.string(), target: z.strictObject({ kind: z.string(), name }) }),
])

export const kustomization = z.discriminatedUnion('kind', [
  z.strictObject({
    apiVersion: z.literal('kustomize.config.k8s.io/v1beta1'),
    kind: z.literal('Kustomization'),
    namespace: name.optional(),
    labels: z.array(z.strictObject({ pairs: labels })).optional(),
    resources: z.array(z.string()),
    configMapGenerator: z
      .array(
        z.union([
          z.strictObject({ name, envs: z.array(z.string()) }),
          z.strictObject({ name, files: z.array(z.string()) }),
        ]),
      )
      .optional(),
    images: z.array(z.strictObject({ name: z.string(), newName: z.string(), newTag: z.string() })).optional(),
    patches: z.array(patch).optional(),
  }),
  z.strictObject({
    apiVersion: z.literal('kustomize.config.k8s.io/v1alpha1'),
    kind: z.literal('Component'),
    patches: z.array(patch),
  }),
])
