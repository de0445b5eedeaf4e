import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Customer } from '~/api/models'
import { branchesQuery } from '~/features/iam/public/me'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { editsOf, useEdit } from '../stewardship'

interface Props {
  customer: Customer
  onSaved: () => void
  onClose: () => void
}

/** Moves a customer to another home branch, and says who sees it from then on. */
export function MoveBranch({ customer, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const branches = useQuery(branchesQuery).data?.items ?? []
  const [code, setCode] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const run = useEdit(customer, onSaved, (fields) => setError(fields.branch_code))
  const edits = editsOf(customer.customer_id)
  const here = customer.branch.code
  const chosen = branches.find((branch) => branch.code === code)
  return (
    <ReasonDialog
      title={t('customers.move.title')}
      text={t('customers.move.text', { branch: customer.branch.name })}
      action={t('customers.move.action')}
      busy={run.isPending}
      blocked={!chosen}
      onClose={onClose}
      onSubmit={(reason) =>
        chosen &&
        run.mutate(
          { edit: edits.move(chosen.code), reason, done: t('customers.move.done', { branch: chosen.name }), undo: edits.move(here) },
          { onSuccess: onClose },
        )
      }
    >
      <Select
        label={t('customers.move.to')}
        searchable
        data={branches.filter((branch) => branch.code !== here).map((branch) => ({ value: branch.code, label: `${branch.name} (${branch.code})` }))}
        value={code}
        error={error}
        onChange={(value) => {
          setCode(value)
          setError(undefined)
        }}
      />
    </ReasonDialog>
  )
}
