import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import type { Customer } from '~/api/models'
import { hasStatus, isApiError, unwrap } from '~/api/problem'
import { toastDone, toastProblem } from '~/ui/toast'
import { fieldErrors } from './changes'

/** What a steward says with every edit: the version that was seen, and why. */
export interface Said {
  version: number
  reason: string
}

type Edit = (said: Said) => Promise<Customer>
type IdType = 'CIF' | 'NIK' | 'ACCOUNT_NO' | 'METER_NO' | 'MEMBER_NO'

const PATHS = '/api/v1/customers/{customer_id}' as const

/** The edits of one customer beside its fields, each as a function of what is said with it. */
export function editsOf(customerId: string) {
  const path = { customer_id: customerId }
  const numbered = (identifier_id: string) => ({ ...path, identifier_id })
  const tied = (relationship_id: string) => ({ ...path, relationship_id })
  return {
    move:
      (branch_code: string): Edit =>
      (said) =>
        unwrap(api.POST(`${PATHS}/branch`, { params: { path }, body: { ...said, branch_code } })),
    addNumber:
      (given: { id_type: IdType; value: string; is_primary: boolean; verified: boolean }): Edit =>
      (said) =>
        unwrap(api.POST(`${PATHS}/identifiers`, { params: { path }, body: { ...said, ...given } })),
    verify:
      (id: string, verified: boolean): Edit =>
      (said) =>
        unwrap(api.POST(`${PATHS}/identifiers/{identifier_id}/verify`, { params: { path: numbered(id) }, body: { ...said, verified } })),
    setPrimary:
      (id: string): Edit =>
      (said) =>
        unwrap(api.POST(`${PATHS}/identifiers/{identifier_id}/primary`, { params: { path: numbered(id) }, body: said })),
    retire:
      (id: string): Edit =>
      (said) =>
        unwrap(api.POST(`${PATHS}/identifiers/{identifier_id}/retire`, { params: { path: numbered(id) }, body: said })),
    restore:
      (id: string): Edit =>
      (said) =>
        unwrap(api.POST(`${PATHS}/identifiers/{identifier_id}/restore`, { params: { path: numbered(id) }, body: said })),
    addTie:
      (given: { related_customer_id: string; kind: string; role: string; valid_from: string | null }): Edit =>
      (said) =>
        unwrap(api.POST(`${PATHS}/relationships`, { params: { path }, body: { ...said, ...given } })),
    endTie:
      (id: string, valid_to: string | null): Edit =>
      (said) =>
        unwrap(api.POST(`${PATHS}/relationships/{relationship_id}/end`, { params: { path: tied(id) }, body: { ...said, valid_to } })),
    removeTie:
      (id: string): Edit =>
      (said) =>
        unwrap(api.POST(`${PATHS}/relationships/{relationship_id}/remove`, { params: { path: tied(id) }, body: said })),
  }
}

interface Run {
  edit: Edit
  reason: string
  done: string
  /** The way back, where there is one. */
  undo?: Edit
}

/** Runs an edit against the version that is shown, says what was done, and offers the way back. */
export function useEdit(customer: Customer, onSaved: () => void, onFields?: (errors: Record<string, string>) => void) {
  const { t } = useTranslation()
  const failed = (error: unknown) => {
    // What is shown is old: the page reads it again, and what was typed stays.
    if (hasStatus(error, 409)) onSaved()
    const fields = isApiError(error) ? fieldErrors(error.fields) : {}
    if (onFields && Object.keys(fields).length > 0) onFields(fields)
    else toastProblem(error)
  }
  return useMutation({
    mutationFn: ({ edit, reason }: Run) => edit({ version: customer.version, reason }),
    onSuccess: (after, { done, undo }) => {
      onSaved()
      const back = undo && (() => void undo({ version: after.version, reason: t('customers.undoReason', { done }) }).then(onSaved, failed))
      toastDone(done, back)
    },
    onError: failed,
  })
}
