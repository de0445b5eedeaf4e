import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import type { Case } from '../model'

type Schemas = components['schemas']

interface Bodies {
  take: Schemas['CaseVersionIn']
  claim: Schemas['CaseVersionIn']
  assign: Schemas['CaseAssignIn']
  escalate: Schemas['CaseEscalateIn']
  wait: Schemas['CaseWaitIn']
  resume: Schemas['CaseResumeIn']
  move: Schemas['CaseMoveIn']
  respond: Schemas['CaseRespondIn']
  review: Schemas['CaseReviewIn']
  close: Schemas['CaseCloseIn']
  reopen: Schemas['CaseReopenIn']
  reclassify: Schemas['CaseTermsIn']
  extend: Schemas['CaseExtensionIn']
  decide_extension: Schemas['CaseExtensionDecisionIn']
}

export type Move = keyof Bodies
/** What an act takes beside the version that it is made from; what is left out is the server's to fill. */
export type Wanted<M extends Move> = Partial<Omit<Bodies[M], 'version'>>

const at = (case_id: string) => ({ path: { case_id } })

const SEND: { [M in Move]: (case_id: string, body: Bodies[M]) => Promise<Case> } = {
  take: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/take', { params: at(id), body })),
  claim: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/claim', { params: at(id), body })),
  assign: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/assign', { params: at(id), body })),
  escalate: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/escalate', { params: at(id), body })),
  wait: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/wait', { params: at(id), body })),
  resume: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/resume', { params: at(id), body })),
  move: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/move', { params: at(id), body })),
  respond: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/respond', { params: at(id), body })),
  review: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/review', { params: at(id), body })),
  close: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/close', { params: at(id), body })),
  reopen: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/reopen', { params: at(id), body })),
  reclassify: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/terms', { params: at(id), body })),
  extend: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/extension', { params: at(id), body })),
  decide_extension: (id, body) => unwrap(api.POST('/api/v1/cases/{case_id}/extension/decide', { params: at(id), body })),
}

/** Does one thing to one case; gives the case as it then stands. */
export function send<M extends Move>(move: M, case_id: string, wanted: Wanted<M>, version: number): Promise<Case> {
  return SEND[move](case_id, { ...wanted, version } as unknown as Bodies[M])
}
