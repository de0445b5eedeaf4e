import { date, dayKey, time } from '~/lib/format'
import type { Tone } from '~/ui/Chip'
import type { Message } from './query'

export const STEPS = ['sent', 'delivered', 'opened', 'clicked', 'replied', 'failed', 'unsubscribed'] as const
export type Step = (typeof STEPS)[number]

/** What is known of a message, in the order in which it happened; the day stands where it changes. */
export function storyOf(message: Message): { step: Step; at: string; words: string }[] {
  const known = STEPS.flatMap((step) => {
    const at = message[`${step}_at`]
    return at ? [{ step, at }] : []
  })
  known.sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  let day = ''
  return known.map(({ step, at }) => {
    const same = dayKey(at) === day
    day = dayKey(at)
    return { step, at, words: same ? time(at) : `${date(at)} ${time(at)}` }
  })
}

const TONES: Record<Message['status'], Tone> = {
  QUEUED: 'neutral',
  SENT: 'info',
  DELIVERED: 'success',
  OPENED: 'success',
  CLICKED: 'success',
  CONVERTED: 'success',
  FAILED: 'critical',
  BOUNCED: 'critical',
}

export const toneOf = (message: Message): Tone => TONES[message.status]
