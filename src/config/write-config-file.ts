import { parseDocument } from 'yaml'

/** One setting and where it stands: `['accounts', 'main', 'task_times']`. */
export type FileSetting = {
  readonly path: readonly string[]
  /** Undefined takes the setting out. */
  readonly value: string | number | boolean | undefined
}

/** Whether it says anything; comments don't count. */
export const hasSettings = (source: string): boolean => parseDocument(source).contents !== null

/** The text of the configuration file with these settings in it; everything else stays, comments too. */
export function setInConfigFile(source: string, settings: readonly FileSetting[]): string {
  const document = parseDocument(source)
  for (const { path, value } of settings) {
    if (value === undefined) document.deleteIn(path)
    else document.setIn(path, value)
  }
  return document.toString({ lineWidth: 0 })
}
