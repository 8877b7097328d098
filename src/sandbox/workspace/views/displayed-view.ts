import type { DisplayedView } from '../api.ts'
import { stateValues } from '../forms/field-set.ts'
import { copyOf, textOf } from '../json.ts'
import type { Parts } from '../parts.ts'
import { viewForApp } from '../payloads.ts'
import { renderView } from '../render/render-text.ts'
import { caption, externalId, type LiveView } from './live-view.ts'

/** The view as its person sees it now. */
export function displayView(
  view: LiveView,
  parts: Pick<Parts, 'app' | 'quirks' | 'directory'>,
): DisplayedView {
  const shown = {
    id: view.id,
    type: view.type,
    title: caption(view, 'title') ?? '',
    callback_id: textOf(view.definition.callback_id) ?? '',
    private_metadata: textOf(view.definition.private_metadata) ?? '',
    external_id: externalId(view),
    hash: view.hash,
    submit: caption(view, 'submit'),
    close: caption(view, 'close'),
    blocks: copyOf(view.blocks),
    state: { values: stateValues(view.fields) },
    errors: { ...view.errors },
    banner: view.banner,
  }
  const nameOf = (id: string) => parts.directory.user(id)?.real_name ?? parts.directory.channel(id)?.name
  return { ...shown, text: renderView(shown, nameOf), view: viewForApp(view, parts) }
}
