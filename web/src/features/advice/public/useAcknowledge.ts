import '../texts/id/advice'

import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { toastDone, toastProblem } from '~/ui/toast'

const PATH = '/api/v1/customers/{customer_id}/alerts/{code}/acknowledge'

/** Hides an alert at once and offers the way back; when the server refuses, the alert returns. */
export function useAcknowledge(customerId: string, onChange: (code: string, acknowledged: boolean) => void) {
  const { t } = useTranslation()
  const change = async (code: string, acknowledged: boolean, offerUndo: boolean) => {
    onChange(code, acknowledged)
    const params = { path: { customer_id: customerId, code } }
    try {
      await unwrap(acknowledged ? api.POST(PATH, { params }) : api.DELETE(PATH, { params }))
    } catch (error) {
      onChange(code, !acknowledged)
      toastProblem(error)
      return
    }
    const undo = offerUndo ? () => void change(code, !acknowledged, false) : undefined
    toastDone(acknowledged ? t('advice.acknowledged') : t('advice.restored'), undo)
  }
  return {
    acknowledge: (code: string) => void change(code, true, true),
    restore: (code: string) => void change(code, false, false),
  }
}
