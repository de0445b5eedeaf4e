/** The program of the notices: fetched once the first page rests, before anything can be done that needs one. */
export const notices = () => import('./notices')

/** Says that something was done, with the way back where there is one. */
export function toastDone(message: string, undo?: () => void): void {
  void notices().then((each) => each.showDone(message, undo))
}

/** Says what failed, that nothing was changed, and the request id to quote. */
export function toastProblem(error: unknown): void {
  void notices().then((each) => each.showProblem(error))
}

/** Says that a change waits for a second person, with the way to it. */
export function toastProposed(message: string, action: string, open: () => void): void {
  void notices().then((each) => each.showProposed(message, action, open))
}
