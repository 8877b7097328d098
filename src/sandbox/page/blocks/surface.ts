import { createContext, useContext } from 'react'
import type { JsonObject } from '../../workspace/json.ts'
import type { Offered, Surface } from '../api/workspace-api.ts'

export type ClickBody = { readonly action_id: string; readonly block_id: string; readonly option?: string }

/** What the blocks of one view or message are shown in, and what can be done there. */
export type SurfaceDesk = {
  readonly where: Surface
  /** Distinguishes the elements' ids of two surfaces on one page. */
  readonly idPrefix: string
  /** The entry of `state.values`. */
  entry(blockId: string, actionId: string): JsonObject | undefined
  error(blockId: string): string | undefined
  fill(field: string, value: unknown, isTyped?: boolean): Promise<void>
  click(target: ClickBody): Promise<void>
  pressEnter(field: string): Promise<void>
  options(field: string, typed: string): Promise<readonly Offered[]>
}

export const SurfaceContext = createContext<SurfaceDesk | undefined>(undefined)

export function useSurface(): SurfaceDesk {
  const desk = useContext(SurfaceContext)
  if (!desk) throw new Error('Blocks are shown inside a surface.')
  return desk
}
