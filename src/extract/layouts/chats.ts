import type { Layout } from './layout.ts'

const chat = (name: string, sender: RegExp, body?: RegExp): Layout => ({
  name,
  kind: 'chat',
  sender,
  ...(body && { body }),
})

export const CHATS: readonly Layout[] = [
  chat('Podium', /podium/iu, /reply in podium/iu),
  chat('Tidio', /tidio/iu),
  chat('Intercom', /intercom/iu),
  chat('Drift', /\bdrift\b/iu),
  chat('Tawk.to', /tawk/iu),
  chat('LiveChat', /live ?chat/iu),
  chat('Birdeye', /birdeye/iu),
  chat('Crisp', /\bcrisp\b/iu),
  chat('Olark', /olark/iu),
  chat('Zendesk', /zendesk/iu),
  chat('ApexChat', /apex ?chat/iu),
  chat('Ngage', /\bngage/iu),
  chat('Chatra', /chatra/iu),
  chat('JivoChat', /jivo/iu),
  chat('Thryv', /\bthryv\b/iu),
  chat('Chat widget', /chat ?(?:widget|bot)|\bchat\b/iu),
]
