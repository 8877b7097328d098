import type { EmailFiles } from '../../intake/inbox/ports.ts'
import { present } from '../../lead/present.ts'
import { fetchWholeMessage } from '../fetch-file.ts'
import type { Desk } from '../parts.ts'
import { toSaid } from './read-arrival.ts'

/** Completes emails whose text a message holds only in part. */
export function createEmailFiles(parts: Pick<Desk, 'client' | 'settings' | 'log'>): EmailFiles {
  return {
    async complete(said) {
      const { read, mayComeLater } = await fetchWholeMessage(said, parts)
      return present({ said: toSaid(read), messageId: read.messageId, mayComeLater })
    },
  }
}
