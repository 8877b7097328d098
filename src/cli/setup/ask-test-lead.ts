import type { Answers, SetupParts } from './state.ts'

const WITHIN_MS = 60_000

/** Sends one lead that says it is a test, and asks what SingleOps made of what its page leaves open. */
export async function askTestLead(
  { prompts, probes }: SetupParts,
  answers: Answers,
  account: string,
): Promise<void> {
  prompts.say('\nPart 3 of 3: a test lead. It shows what SingleOps makes of notes, times and addresses.')
  if (!(await prompts.confirm('Send one lead marked "TEST – delete me" now?', true))) return
  // Local times are what is tried; what was found out before must not stand in the way.
  answers.setInFile('accounts', account, 'task_times', 'local')
  const sent = await probes.sendTestLead(answers.config(), AbortSignal.timeout(WITHIN_MS))
  if (sent.kind === 'failed') {
    return prompts.say(`  not ok: ${sent.problem}. The settings are kept; run set-up again to try once more.`)
  }
  prompts.say(
    `  ok: it is in SingleOps${sent.jobId ? ` as job #${sent.jobId}` : ', under Jobs → Leads'}. Please open it there.`,
  )
  const areInternal = await prompts.choose('Where do its notes ("TEST – delete me …") stand?', [
    { name: 'only where our own people see them', value: true },
    { name: 'also on the proposal or where the client sees them', value: false },
    { name: "I can't tell", value: false },
  ])
  answers.setInFile('accounts', account, 'notes_are_internal', areInternal)
  const zone = answers.get('ACCOUNT_TIME_ZONE')
  const isLocal = await prompts.choose(
    `Its task should be on ${sent.taskAt} (${zone}). What does SingleOps show?`,
    [
      { name: 'that time', value: true },
      { name: 'another time', value: false },
      { name: "I can't tell", value: true },
    ],
  )
  if (!isLocal) answers.setInFile('accounts', account, 'task_times', 'utc')
  const hasAddress = await prompts.confirm('Does the client have the address 1 Test St, Marietta?', true)
  if (!hasAddress) {
    prompts.say('  Then the address stands in the notes alone. Please tell SingleOps support.')
  }
  prompts.say('  Now delete the test: the job, its task and the client "TEST delete me".')
}
