import type { Directory } from '../directory.ts'

/** What Slack makes of typed text: entities escaped, mentions, links and addresses put in brackets. */
export function typedText(text: string, directory: Directory, withNames = false): string {
  // A test may write mentions and links as Slack stores them; those stay.
  const tokens = text.split(/(<[@#!][^<>\s]+>|<(?:https?|mailto|tel):[^<>]+>)/u)
  return tokens
    .map((token, index) => (index % 2 === 1 ? token : encode(token, directory, withNames)))
    .join('')
}

function encode(text: string, directory: Directory, withNames: boolean): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/(https?:\/\/[^\s<>]+[^\s<>.,;:!?)])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/gu, (found, link, email) =>
      link === undefined ? `<mailto:${email}|${email}>` : `<${found}>`,
    )
    .replace(/(?<![\w.|:])@([\w.-]+\w)/gu, (found, name) => {
      const user = directory.users().find((person) => person.name === name)
      return user ? mention('@', user, withNames) : found
    })
    .replace(/(?<![\w&/])#([\w-]+)/gu, (found, name) => {
      const channel = directory.channels().find((known) => known.name === name)
      return channel ? mention('#', channel, true) : found
    })
}

function mention(sign: '@' | '#', { id, name }: { id: string; name: string }, withName: boolean): string {
  return withName ? `<${sign}${id}|${name}>` : `<${sign}${id}>`
}
