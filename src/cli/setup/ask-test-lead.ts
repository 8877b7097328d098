import type { Answers, SetupParts } from './state.ts'

const WITHIN_MS = 60_000

type Seen = 'yes' | 'no' | 'unknown'

/**
 * Sends one lead that says it is a test, and asks what SingleOps made of what its page leaves open. What nobody could tell stays as it was:
 * notes that a client may read hold nothing of ours until somebody has looked.
 */
export async function askTestLead(
  { prompts, probes }: SetupParts,
  answers: Answers,
  account: string,
): Promise<void> {
  prompts.say('\nPart 3 of 3: a test lead. It shows what SingleOps makes of notes, times and addresses.')
  if (!(await prompts.confirm('Send one lead marked "TEST – delete me" now?', true))) return
  const config = answers.config()
  const [before] = config.singleops.accounts
  const sent = await probes.sendTestLead(config, AbortSignal.timeout(WITHIN_MS))
  if (sent.kind === 'failed') {
    return prompts.say(`  not ok: ${sent.problem}. The settings are kept; run set-up again to try once more.`)
  }
  prompts.say(
    `  ok: it is in SingleOps${sent.jobId ? ` as job #${sent.jobId}` : ', under Jobs → Leads'}. Please open it there.`,
  )
  const notes = await prompts.choose<Seen>(
    'Where do its notes ("TEST – delete me …") stand?',
    [
      { name: "I can't tell: leave it as it is", value: 'unknown' },
      { name: 'only where our own people see them', value: 'yes' },
      { name: 'also on the proposal or where the client sees them', value: 'no' },
    ],
    'unknown',
  )
  const areInternal = notes === 'yes'
  if (notes !== 'unknown' && areInternal !== before?.notesAreInternal) {
    answers.setInFile('accounts', account, 'notes_are_internal', areInternal)
  }
  const zone = answers.get('ACCOUNT_TIME_ZONE')
  const isRight = await prompts.choose<Seen>(
    `Its task should be on ${sent.taskAt} (${zone}). What does SingleOps show?`,
    [
      { name: "I can't tell: leave it as it is", value: 'unknown' },
      { name: 'that time', value: 'yes' },
      { name: 'another time', value: 'no' },
    ],
    'unknown',
  )
  if (isRight === 'no') {
    answers.setInFile('accounts', account, 'task_times', before?.taskTimes === 'utc' ? 'local' : 'utc')
  }
  const hasAddress = await prompts.confirm('Does the client have the address 1 Test St, Marietta?', true)
  if (!hasAddress) {
    prompts.say('  Then the address stands in the notes alone. Please tell SingleOps support.')
  }
  prompts.say('  Now delete the test: the job, its task and the client "TEST delete me".')
}
