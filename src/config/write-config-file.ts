import { parseDocument } from 'yaml'

/** One setting and where it stands: `['accounts', 'main', 'task_times']`. */
export type FileSetting = {
  readonly path: readonly string[]
  readonly value: string | number | boolean | Readonly<Record<string, string>>
}

/** The text of the configuration file with these settings in it; everything else stays, comments too. */
export function setInConfigFile(source: string, settings: readonly FileSetting[]): string {
  const document = parseDocument(source)
  for (const { path, value } of settings) document.setIn(path, document.createNode(value))
  return document.toString({ lineWidth: 0 })
}
