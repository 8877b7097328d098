import type { Account } from './account.ts'
import { type Answer, errorAnswer, jsonAnswer } from './answer.ts'

/** `GET clients/search_by_field`: one page of the prefix search. */
export function searchClients(account: Account, query: Readonly<Record<string, string>>): Answer {
  const { search_field: field, search_term: term = '', page = '1' } = query
  if (field !== 'email' && field !== 'phone') return errorAnswer(400, 'search_field must be email or phone.')
  if (term.trim() === '') return errorAnswer(400, "search_term can't be blank.")
  if (!/^[1-9]\d{0,8}$/u.test(page)) return errorAnswer(400, 'page must be a number from 1.')
  return jsonAnswer(200, account.clients.search(field, term, Number(page)))
}
