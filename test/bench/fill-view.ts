type Option = { readonly value: string }
type Element = {
  readonly type: string
  readonly action_id: string
  readonly options?: readonly Option[]
  readonly option_groups?: readonly { readonly options: readonly Option[] }[]
  readonly initial_value?: string
  readonly initial_option?: Option
}
type Block = {
  readonly type: string
  readonly block_id?: string
  readonly label?: { readonly text: string }
  readonly element?: Element
}
export type View = { readonly blocks: readonly Block[]; readonly external_id?: string }

/** `state.values` of a view in which a person has entered these values, by label. A menu takes its first option unless one is set. */
export function fillView(view: View, values: Readonly<Record<string, string>>): object {
  const state: Record<string, object> = {}
  for (const { type, block_id, label, element } of view.blocks) {
    if (type !== 'input' || !block_id || !element) continue
    state[block_id] = { [element.action_id]: toState(element, values[label?.text ?? '']) }
  }
  return state
}

function toState(element: Element, entered: string | undefined): object {
  const { type } = element
  if (type === 'checkboxes') return { type, selected_options: [] }
  if (type === 'static_select' || type === 'radio_buttons') {
    const options = element.options ?? element.option_groups?.flatMap((group) => group.options) ?? []
    const wanted =
      entered === undefined ? undefined : (options.find(({ value }) => value === entered) ?? options[0])
    return { type, selected_option: wanted ?? element.initial_option ?? null }
  }
  return { type, value: entered ?? element.initial_value ?? null }
}
