import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { openDocument } from '~/features/documents/public/open'
import type { Case } from '../model'
import { MessageChip } from './MessageChip'
import classes from './case.module.css'

/** The receipt of a case: its paper, and how far it is on its way to the customer. */
export function ReceiptLine({ one }: { one: Case }) {
  const { t } = useTranslation()
  const receipt = one.content?.receipt
  if (!receipt) return null
  return (
    <div className={classes.receipt}>
      <Button variant="default" leftSection={<IconFileText size={15} />} onClick={() => void openDocument(receipt.document_id, `${one.case_no}.pdf`)}>
        {t('cases.receipt')}
      </Button>
      {receipt.message && <MessageChip state={receipt.message} />}
    </div>
  )
}
