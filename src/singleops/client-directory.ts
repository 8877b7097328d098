import { clientId } from '../lead/ids.ts'
import { present } from '../lead/present.ts'
import { DirectoryError } from '../matching/errors.ts'
import type { ClientDirectory, DirectoryClient } from '../matching/ports.ts'
import { type Accounts, findAccount } from './accounts.ts'
import { NotAnsweredError } from './errors.ts'
import { readAnswer } from './read-answer.ts'
import type { Reader } from './reading.ts'
import { type ClientAnswer, clientsAnswer } from './schemas.ts'

/** Source: the Lead Entry API page. */
const PAGE_SIZE = 50

export function createClientDirectory({
  reader,
  accounts,
}: {
  readonly reader: Reader
  readonly accounts: Accounts
}): ClientDirectory {
  return {
    async search(key, { field, term }, page, signal) {
      const parameters = { search_field: field, search_term: term, page: String(page) }
      try {
        const json = await reader.get(
          findAccount(accounts, key),
          'clients/search_by_field',
          parameters,
          signal,
        )
        const answers = readAnswer(clientsAnswer, json)
        return { clients: answers.map(toDirectoryClient), mayHaveMore: answers.length >= PAGE_SIZE }
      } catch (error) {
        if (!(error instanceof NotAnsweredError)) throw error
        throw new DirectoryError(error.code, error.message, { cause: error })
      }
    },
  }
}

function toDirectoryClient(answer: ClientAnswer): DirectoryClient {
  const person = [answer.first_name, answer.last_name].filter(Boolean).join(' ')
  return {
    id: clientId(answer.id),
    name: answer.name?.trim() || answer.company_name?.trim() || person || `Client ${answer.id}`,
    ...present({
      firstName: toText(answer.first_name),
      lastName: toText(answer.last_name),
      companyName: toText(answer.company_name),
      email: toText(answer.email),
      phone: toText(answer.phone),
      mobile: toText(answer.mobile),
      street: toText(answer.bill_addr_1),
      unit: toText(answer.bill_addr_2),
      city: toText(answer.bill_addr_city),
      state: toText(answer.bill_addr_state),
      postalCode: toText(answer.bill_addr_postal_code),
      holdReason: toText(answer.hold_reason),
      notice: toText(answer.notice),
    }),
    archived: answer.active === false,
    onHold: answer.on_hold ?? false,
    unconfirmed: answer.unconfirmed ?? false,
    ...(answer.merged_into_id && { mergedInto: clientId(answer.merged_into_id) }),
  }
}

function toText(text: string | null | undefined): string | undefined {
  return text?.trim() || undefined
}
