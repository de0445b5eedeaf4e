interface Props {
  customerId: string
  subjectType: 'LEAD' | 'OPPORTUNITY'
  subjectId: string
  reached: boolean
  writes: boolean
}

/** What was done about a lead or an opportunity, and the way to add to it. */
export function Activities(_: Props) {
  return null
}

/** The same about a customer as a whole. */
export function CustomerActivities(_: { customerId: string }) {
  return null
}
