/** The sandbox was asked for something that can't be: the test, the demo or its data set is wrong. */
export class SandboxUseError extends Error {
  override name = 'SandboxUseError'
  readonly code = 'sandbox_use'
}
