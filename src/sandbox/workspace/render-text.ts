export { readMrkdwn } from './render/read-mrkdwn.ts'
export {
  plainText,
  type RenderOptions,
  renderBlocks,
  renderMessage,
  renderView,
} from './render/render-text.ts'
