/** What the browser knows of the session between answers: when the server last heard of us, and whom to tell when it ended. */

let lastRequestAt = Date.now()
let listener: (() => void) | null = null
let onDutyArose: (() => void) | null = null
let onHeard: (() => void) | null = null

const CHANNEL = 'simpul.session'
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)

// Another tab's request keeps the same session alive, so its warning must not appear here either.
channel?.addEventListener('message', (event: MessageEvent<number>) => {
  lastRequestAt = Math.max(lastRequestAt, event.data)
  onHeard?.()
})

export function noteRequest(): void {
  lastRequestAt = Date.now()
  channel?.postMessage(lastRequestAt)
}

export const lastRequest = () => lastRequestAt

export function onSessionLost(handler: () => void): void {
  listener = handler
}

/** Whom to tell that another tab has been answered: somebody may have signed in there. */
export function onOtherTab(handler: (() => void) | null): void {
  onHeard = handler
}

export function sessionLost(): void {
  listener?.()
}

/** Whom to tell that something has to be done before anything else, such as setting up a second step. */
export function onDuty(handler: () => void): void {
  onDutyArose = handler
}

export function dutyArose(): void {
  onDutyArose?.()
}
