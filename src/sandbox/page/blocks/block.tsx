import { isObject, type JsonObject, objectsOf, textOf } from '../../workspace/json.ts'
import { inOrder } from '../text/in-order.ts'
import { Mrkdwn } from '../text/mrkdwn.tsx'
import { TextObject } from '../text/text-object.tsx'
import { textOfObject } from '../text/text-of-object.ts'
import { ActionsBlock } from './actions-block.tsx'
import { Blocks } from './blocks.tsx'
import { ContextBlock } from './context-block.tsx'
import { InputBlock } from './input-block.tsx'
import { RichText } from './rich-text.tsx'
import { SectionBlock } from './section-block.tsx'

/** One layout block of Block Kit; an unknown one is named, so that it is missed. */
export function Block({ block }: { readonly block: JsonObject }) {
  switch (block.type) {
    case 'header':
      return <h3 className="block-header">{textOfObject(block.text)}</h3>
    case 'divider':
      return <hr />
    case 'section':
      return <SectionBlock block={block} />
    case 'context':
      return <ContextBlock block={block} />
    case 'actions':
    case 'context_actions':
      return <ActionsBlock block={block} />
    case 'input':
      return <InputBlock block={block} />
    case 'image':
      return (
        <figure className="block-image">
          <img src={textOf(block.image_url) ?? ''} alt={textOf(block.alt_text) ?? ''} />
          <figcaption>
            <TextObject value={block.title} />
          </figcaption>
        </figure>
      )
    case 'markdown':
      return (
        <div className="block-section">
          <Mrkdwn text={textOf(block.text) ?? ''} />
        </div>
      )
    case 'rich_text':
      return <RichText block={block} />
    case 'alert':
      return (
        <div className={`block-alert level-${textOf(block.level) ?? 'info'}`}>
          <TextObject value={block.text} />
        </div>
      )
    case 'card':
      return (
        <div className="block-card">
          {inOrder([block.title, block.subtitle, block.body]).map(({ key, item }) => (
            <div key={key}>
              <TextObject value={item} />
            </div>
          ))}
          <ActionsBlock block={{ ...block, elements: objectsOf(block.actions) }} />
        </div>
      )
    case 'container':
    case 'carousel':
      return (
        <div className="block-card">
          {isObject(block.title) && <TextObject value={block.title} />}
          <Blocks blocks={objectsOf(block.child_blocks ?? block.elements)} />
        </div>
      )
    default:
      return <p className="block-unknown">A block of the type {String(block.type)} is not shown here.</p>
  }
}
