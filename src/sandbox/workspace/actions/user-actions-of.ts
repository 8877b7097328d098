import type { UserActions } from '../api.ts'
import { displayView } from '../views/displayed-view.ts'
import { clickElement } from './click-element.ts'
import { cancelView, closeWholeStack } from './close-view.ts'
import { fillFields, pressEnter } from './fill-fields.ts'
import { openHome, runCommand, runGlobalShortcut, runMessageShortcut } from './invoke-app.ts'
import type { Person } from './person.ts'
import { submitView } from './submit-view.ts'
import { suggestOptions } from './suggest-options.ts'
import { deleteMessage, editMessage, postMessage, reactTo } from './write-messages.ts'

/** Everything that this person can do; see `UserActions`. */
export function userActionsOf(person: Person): UserActions {
  const { user, parts } = person
  return {
    id: user.id,
    name: user.name,

    command: (command, text, options) => runCommand(person, command, text, options),
    globalShortcut: (callbackId) => runGlobalShortcut(person, callbackId),
    messageShortcut: (callbackId, message) => runMessageShortcut(person, callbackId, message),

    openHome: () => openHome(person),
    home() {
      const home = parts.views.homeOf(user.id)
      return home && displayView(home, parts)
    },
    modal() {
      const top = parts.views.topOf(user.id)
      return top && displayView(top, parts)
    },
    stack: () => parts.views.stackOf(user.id).map((view) => displayView(view, parts)),

    fill: (values, where) => fillFields(person, values, where),
    pressEnter: (field, where) => pressEnter(person, field, where),
    entered: () => person.messageForms.touchedBy(user.id),
    click: (target, where, options) => clickElement(person, target, where, options),
    options: (field, typed, where) => suggestOptions(person, field, typed, where),

    submit: () => submitView(person),
    cancel: () => cancelView(person),
    closeAll: () => closeWholeStack(person),

    post: (channel, text, options) => postMessage(person, channel, text, options),
    edit: (channel, ts, text) => editMessage(person, channel, ts, text),
    remove: (channel, ts) => deleteMessage(person, channel, ts),
    react: (channel, ts, emoji) => reactTo(person, channel, ts, emoji),
    ephemerals: () => parts.messages.ephemeralsOf(user.id),
  }
}
