import type { Workspace, WorkspaceOptions } from './api.ts'

/** Starts a Slack workspace on this machine; resolves when it listens. */
export async function startWorkspace(_options: WorkspaceOptions): Promise<Workspace> {
  throw new Error('not built yet')
}
