import { clientId } from '../../src/lead/ids.ts'
import type { ClientDirectory, ClientPage, DirectoryClient, SearchTerm } from '../../src/matching/ports.ts'

let made = 0

export function aClient(parts: Partial<DirectoryClient> = {}): DirectoryClient {
  made += 1
  return {
    id: clientId(1000 + made),
    name: [parts.firstName, parts.lastName].filter(Boolean).join(' ') || `Client ${made}`,
    archived: false,
    onHold: false,
    unconfirmed: false,
    ...parts,
  }
}

export type BookOptions = {
  readonly seesMobile?: boolean
  readonly pageSize?: number
  /** Called before each answer; may reject. */
  readonly before?: (term: SearchTerm, page: number, signal: AbortSignal) => Promise<void>
}

/** A directory with SingleOps' rules: beginnings of texts, so many a page. */
export function createBook(
  clients: readonly DirectoryClient[],
  options: BookOptions = {},
): ClientDirectory & { readonly asked: (SearchTerm & { page: number })[]; mostSideBySide(): number } {
  const { seesMobile = false, pageSize = 50, before } = options
  const asked: (SearchTerm & { page: number })[] = []
  let running = 0
  let most = 0

  function answer({ field, term }: SearchTerm, page: number): ClientPage {
    const fits = (text: string | undefined) => text?.toLowerCase().startsWith(term.toLowerCase()) ?? false
    const found = clients.filter(
      (client) => fits(client[field]) || (field === 'phone' && seesMobile && fits(client.mobile)),
    )
    const shown = found.slice((page - 1) * pageSize, page * pageSize)
    return { clients: shown, mayHaveMore: shown.length === pageSize }
  }

  return {
    asked,
    mostSideBySide: () => most,
    async search(_account, term, page, signal) {
      asked.push({ ...term, page })
      running += 1
      most = Math.max(most, running)
      try {
        await before?.(term, page, signal)
        return answer(term, page)
      } finally {
        running -= 1
      }
    },
  }
}
