/** Callback ids of views and shortcuts. The shortcuts' stand in `slack-manifest.yml` too. */
export const VIEWS = {
  form: 'lead_form',
  match: 'lead_match',
  searchAgain: 'lead_search_again',
  /** The same where the stack of modals had no room: it stands in the match view's place. */
  searchAgainHere: 'lead_search_again_here',
  result: 'lead_result',
  loading: 'lead_loading',
  notice: 'lead_notice',
  found: 'lead_found',
  home: 'lead_home',
} as const

export const SHORTCUTS = { newLead: 'new_lead', createLead: 'create_lead' } as const

export const COMMAND = '/lead'

/** Buttons and dispatching inputs. A button's value is the id of the draft or lead that it is about. */
export const ACTIONS = {
  /** Home and messages → form. */
  newLead: 'new_lead',
  continueDraft: 'continue_draft',
  discardDraft: 'discard_draft',
  /** Buttons of a lead in trouble, wherever they stand; the value is the lead's id. */
  lookAgain: 'lead_look_again',
  found: 'lead_found',
  sendAgain: 'lead_send_again',
  fix: 'lead_fix',
  match: 'lead_match',
  discard: 'lead_discard',
  /** Messages of the intake channel; the value is the id in the inbox. */
  createFromMessage: 'message_create',
  notALead: 'message_not_a_lead',
  noneIsALead: 'messages_none_is_a_lead',
  /** Links only: Slack still sends an action, which is acknowledged. */
  openLink: 'open_link',
  /** Form. */
  fillIn: 'fill_in',
  moreFields: 'more_fields',
  account: 'account',
  operation: 'operation',
  followUp: 'follow_up',
  when: 'follow_up_when',
  phone: 'phone',
  email: 'email',
  useClient: 'use_client',
  notClient: 'not_client',
  /** One of several values that fit a field; followed by the field and a number. */
  pick: 'pick',
  /** A field whose emptiness would be ambiguous otherwise. */
  touched: 'touched',
  date: 'follow_up_date',
  time: 'follow_up_time',
  /** Loads a form again whose choices could not be read. */
  reload: 'reload',
  /** Match and result. */
  choice: 'client_choice',
  /** The value is the lead's id; which form it is about stands in the view. */
  addNotes: 'add_notes',
  /** What was found by `/lead find`; the value says which client or lead. */
  newLeadFor: 'new_lead_for',
  showAll: 'show_all',
  tryAgain: 'search_try_again',
  tryAnother: 'search_try_another',
  saveForLater: 'save_for_later',
  createAnyway: 'create_anyway',
  anotherSite: 'another_site',
} as const

/** `metadata.event_type` of our messages; `event_payload.post_id` names the post. */
export const POST_METADATA = 'leadhand_post'
