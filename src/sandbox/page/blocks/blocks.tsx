import type { JsonObject } from '../../workspace/json.ts'
import { Block } from './block.tsx'

export function Blocks({ blocks }: { readonly blocks: readonly JsonObject[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <Block key={typeof block.block_id === 'string' ? block.block_id : index} block={block} />
      ))}
    </div>
  )
}
