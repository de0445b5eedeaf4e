/* A change that waits for a second person: how an answer is known to be one, and where what waits is kept on this screen. */

import type { components } from '~/api/schema.gen'

export type Proposal = components['schemas']['ProposalOut']

/** Whatever is known of proposals; forgotten whenever one is made or decided. */
export const PROPOSALS = ['proposals'] as const

/** Whether the server kept a change for a second person instead of making it. */
export const isProposal = (answer: unknown): answer is Proposal => typeof answer === 'object' && answer !== null && 'kind_name' in answer && 'by_codes' in answer
