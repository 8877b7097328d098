import { z } from 'zod'

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

// Only what Bolt reads before it asks any of our listeners: it breaks on the lack of it, and Slack would get a 500.

/** What an interaction has around it. */
const Interaction = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  team: z.looseObject({}).nullish(),
  enterprise: z.looseObject({}).nullish(),
  channel: z.looseObject({}).optional(),
  response_urls: z.array(z.looseObject({})).optional(),
  // By these words Bolt would take it for another kind.
  event: z.undefined().optional(),
  command: z.undefined().optional(),
})
const InView = Interaction.extend({ view: z.looseObject({ callback_id: z.string() }) })

const SHAPES: Readonly<Record<string, z.ZodType>> = {
  command: z.looseObject({ command: z.string(), user_id: z.string(), event: z.undefined().optional() }),
  shortcut: Interaction,
  message_action: Interaction,
  block_suggestion: Interaction,
  block_actions: Interaction.extend({ actions: z.array(z.looseObject({})).min(1) }),
  view_submission: InView,
  view_closed: InView,
  event_callback: z.looseObject({
    event: z.looseObject({
      type: z.string(),
      user: z.union([z.string(), z.looseObject({})]).optional(),
      channel: z.union([z.string(), z.looseObject({})]).optional(),
      item: z.looseObject({}).optional(),
      subteam: z.looseObject({}).optional(),
    }),
    authorizations: z
      .unknown()
      .refine((value) => !Array.isArray(value) || value.every(isObject))
      .optional(),
  }),
}

/** Whether a payload of that kind has the parts without which nothing can be done with it. Slack's own always have. */
export const hasSlackShape = (kind: string, body: object): boolean =>
  SHAPES[kind]?.safeParse(body).success === true
