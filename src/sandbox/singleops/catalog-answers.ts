import type { Account } from './account.ts'
import { type Answer, jsonAnswer } from './answer.ts'

export function answerOperations(account: Account): Answer {
  return jsonAnswer(200, account.operations)
}

export function answerCustomInputs(account: Account, operationsAsObjects: boolean): Answer {
  if (!operationsAsObjects) return jsonAnswer(200, account.customInputs)
  const names = new Map(account.operations.map(({ id, name }) => [id, name]))
  return jsonAnswer(
    200,
    account.customInputs.map((input) => ({
      ...input,
      operations: input.operations.map((id) => ({ id, name: names.get(id) ?? '' })),
    })),
  )
}
