/**
 * What the rooms report to be counted and timed; prom-client stands behind it. All words are from short fixed lists: no ids, no names,
 * nothing that a person wrote.
 */
export type Metrics = {
  /** From the arrival of something that Slack waits for until it was acknowledged. */
  ackSent(kind: string, seconds: number): void
  /** Somebody was turned away: `signature`, `timestamp`, `size`, `shape`, `rate`, … */
  requestRefused(reason: string): void
  viewOpened(view: string): void
  searchEnded(outcome: 'found' | 'nobody' | 'partial' | 'failed', seconds: number): void
  leadConfirmed(client: string): void
  attemptEnded(outcome: string): void
  slackCalled(call: string, outcome: string, seconds: number): void
  singleopsCalled(call: string, outcome: string, seconds: number): void
}
