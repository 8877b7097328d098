import type { JsonObject } from '../json.ts'
import {
  anyObject,
  boolean,
  type Check,
  type Fields,
  type Findings,
  integer,
  listOf,
  oneOf,
  oneOfTypes,
  record,
  report,
  string,
} from './check.ts'
import {
  ACCESSORIES,
  ACTIONS_ELEMENTS,
  allowing,
  checkImageSource,
  ELEMENTS,
  INPUT_ELEMENTS,
} from './elements.ts'
import { blockId, plainTextObject, textObject } from './text-objects.ts'

const own: Fields = { block_id: blockId }
const image = oneOfTypes(ELEMENTS, allowing(['image']))
const contextItem: Check = oneOfTypes({ image, plain_text: textObject(), mrkdwn: textObject() }, () => true)
const richText = record({ elements: listOf(anyObject, { min: 1 }) }, own)

const card = record(
  {},
  {
    ...own,
    hero_image: image,
    icon: image,
    title: textObject(150),
    subtitle: textObject(150),
    body: textObject(200),
    actions: listOf(oneOfTypes(ELEMENTS, allowing(['button']))),
  },
)

/** Every block, by type. */
const BLOCKS: Fields = {
  actions: record(
    { elements: listOf(oneOfTypes(ELEMENTS, allowing(ACTIONS_ELEMENTS)), { min: 1, max: 25 }) },
    own,
  ),
  alert: record(
    { text: textObject(200) },
    { ...own, level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
  card,
  carousel: record(
    {
      elements: listOf(
        oneOfTypes({ card }, () => true),
        { min: 1, max: 10 },
      ),
    },
    own,
  ),
  container: record(
    { child_blocks: (value, at, findings) => listOf(block, { min: 1, max: 10 })(value, at, findings) },
    {
      ...own,
      title: plainTextObject(150),
      rich_text_title: anyObject,
      subtitle: textObject(150),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: image,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
  ),
  context: record({ elements: listOf(contextItem, { min: 1, max: 10 }) }, own),
  context_actions: record(
    {
      elements: listOf(oneOfTypes(ELEMENTS, allowing(['feedback_buttons', 'icon_button'])), {
        min: 1,
        max: 5,
      }),
    },
    own,
  ),
  data_table: record(
    { rows: listOf(listOf(anyObject), { min: 2, max: 101 }), caption: string({ min: 1 }) },
    { ...own, page_size: integer({ min: 1, max: 100 }), row_header_column_index: integer({ min: 0 }) },
  ),
  divider: record({}, own),
  header: record({ text: plainTextObject(150) }, own),
  image: record(
    { alt_text: string({ min: 1, max: 2000 }) },
    { ...own, title: plainTextObject(2000), image_url: string({ min: 1, max: 3000 }), slack_file: anyObject },
    checkImageSource,
  ),
  input: record(
    { label: plainTextObject(2000), element: oneOfTypes(ELEMENTS, allowing(INPUT_ELEMENTS)) },
    { ...own, hint: plainTextObject(2000), optional: boolean, dispatch_action: boolean },
  ),
  markdown: record({ text: string({ min: 1, max: 12_000 }) }, own),
  rich_text: richText,
  section: record(
    {},
    {
      ...own,
      text: textObject(3000),
      fields: listOf(textObject(2000), { min: 1, max: 10 }),
      accessory: oneOfTypes(ELEMENTS, allowing(ACCESSORIES)),
      expand: boolean,
    },
    checkSection,
  ),
  table: record(
    { rows: listOf(listOf(anyObject, { max: 20 }), { min: 1, max: 100 }) },
    { ...own, column_settings: listOf(anyObject, { max: 20 }) },
  ),
  task_card: anyObject,
  plan: anyObject,
  video: record(
    {
      alt_text: string({ min: 1 }),
      title: plainTextObject(199),
      thumbnail_url: string({ min: 1 }),
      video_url: string({ min: 1 }),
    },
    {
      ...own,
      author_name: string({ max: 49 }),
      description: plainTextObject(200),
      provider_icon_url: string(),
      provider_name: string(),
      title_url: string(),
    },
  ),
}

const ONLY_ON: Readonly<Record<string, readonly string[]>> = {
  alert: ['modal'],
  carousel: ['message', 'home'],
  container: ['message'],
  context_actions: ['message'],
  markdown: ['message'],
  table: ['message'],
  task_card: ['message'],
  plan: ['message'],
}

/** Any block that may stand on the surface. */
export const block: Check = oneOfTypes(
  BLOCKS,
  (type, { surface }) => ONLY_ON[type]?.includes(surface) ?? true,
)

function checkSection(section: JsonObject, at: string, findings: Findings): void {
  if (section.text === undefined && section.fields === undefined) {
    report(findings, 'must have either text or fields', at)
  }
}
