/** What the columns of the queue say, by the names that a file has for it. */
const SAYS: Record<string, readonly string[]> = {
  due: ['due_at'],
  case: ['case_no', 'customer'],
  category: ['category'],
  priority: ['priority'],
  status: ['status'],
  assignee: ['assignee', 'unit'],
  channel: ['channel'],
  age: ['created_at'],
}

/** Those that are on the screen, in their order; a phone, which has no columns, shows each case with all of them. */
export function columnsOnScreen(): readonly string[] {
  const heads = [...document.querySelectorAll<HTMLElement>('main th[data-column]')].filter((head) => head.getClientRects().length > 0)
  const found = heads.flatMap((head) => SAYS[head.dataset.column ?? ''] ?? [])
  return found.length > 0 ? found : Object.values(SAYS).flat()
}
