import { type ComponentType, useState } from 'react'
import type { JsonObject, JsonValue } from '../../workspace/json.ts'
import { useSurface } from '../blocks/surface.ts'
import { useConfirm } from '../modal/use-confirm.tsx'
import { CheckboxesField } from './checkboxes-field.tsx'
import { DateField } from './date-field.tsx'
import { DateTimeField } from './date-time-field.tsx'
import { ExternalSelectField } from './external-select-field.tsx'
import type { FieldProps } from './field-props.ts'
import { FileField } from './file-field.tsx'
import { MultiExternalSelectField } from './multi-external-select-field.tsx'
import { MultiPickField } from './multi-pick-field.tsx'
import { MultiSelectField } from './multi-select-field.tsx'
import { PickField } from './pick-field.tsx'
import { RadioField } from './radio-field.tsx'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'
import { TimeField } from './time-field.tsx'

type Kind = { readonly key: string; readonly Control: ComponentType<FieldProps> }

/** By the element's type: where its value stands in an entry of `state.values`, and what shows it. */
const KINDS: Readonly<Record<string, Kind>> = {
  plain_text_input: { key: 'value', Control: TextField },
  email_text_input: { key: 'value', Control: TextField },
  url_text_input: { key: 'value', Control: TextField },
  number_input: { key: 'value', Control: TextField },
  rich_text_input: { key: 'rich_text_value', Control: TextField },
  static_select: { key: 'selected_option', Control: SelectField },
  external_select: { key: 'selected_option', Control: ExternalSelectField },
  radio_buttons: { key: 'selected_option', Control: RadioField },
  checkboxes: { key: 'selected_options', Control: CheckboxesField },
  multi_static_select: { key: 'selected_options', Control: MultiSelectField },
  multi_external_select: { key: 'selected_options', Control: MultiExternalSelectField },
  users_select: { key: 'selected_user', Control: PickField },
  conversations_select: { key: 'selected_conversation', Control: PickField },
  channels_select: { key: 'selected_channel', Control: PickField },
  multi_users_select: { key: 'selected_users', Control: MultiPickField },
  multi_conversations_select: { key: 'selected_conversations', Control: MultiPickField },
  multi_channels_select: { key: 'selected_channels', Control: MultiPickField },
  datepicker: { key: 'selected_date', Control: DateField },
  timepicker: { key: 'selected_time', Control: TimeField },
  datetimepicker: { key: 'selected_date_time', Control: DateTimeField },
  file_input: { key: 'files', Control: FileField },
}

type Props = {
  readonly block: JsonObject
  readonly element: JsonObject
  readonly field: string
  readonly id: string
  readonly label: string
  readonly isRequired: boolean
  readonly isInvalid?: boolean
  readonly describedBy?: string
}

export function FieldControl(props: Props) {
  const { element } = props
  const kind = KINDS[String(element.type)]
  if (!kind) return <p className="block-unknown">{String(element.type)} is not shown here.</p>
  return <Field key={String(element.action_id)} {...props} kind={kind} />
}

/** Shows what is entered at once: the workspace holds it only a moment later. */
function Field(props: Props & { readonly kind: Kind }) {
  const { block, element, field, id, label, isRequired, isInvalid, describedBy, kind } = props
  const desk = useSurface()
  const { ask, dialog } = useConfirm(element.confirm)
  const [held, setHeld] = useState<{ readonly shown: JsonValue }>()
  const { Control, key } = kind

  function enter(value: unknown, shown: JsonValue, isTyped = false) {
    const own = { shown }
    const release = () => setHeld((latest) => (latest === own ? undefined : latest))
    setHeld(own)
    ask(() => void desk.fill(field, value, isTyped).then(release), release)
  }
  return (
    <>
      <Control
        element={element}
        id={id}
        label={label}
        field={field}
        value={
          held ? held.shown : (desk.entry(String(block.block_id), String(element.action_id))?.[key] ?? null)
        }
        enter={enter}
        hasFocus={element.focus_on_load === true}
        aria={{
          'aria-required': isRequired,
          'aria-invalid': isInvalid === true,
          ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
        }}
      />
      {dialog}
    </>
  )
}
