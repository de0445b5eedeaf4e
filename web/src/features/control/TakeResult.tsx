import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { PROPOSALS } from '~/lib/proposal'
import { Dialog } from '~/ui/Dialog'
import { Secret } from '~/ui/Secret'
import { Section } from '~/ui/Section'
import { toastProblem } from '~/ui/toast'
import { type Proposal, takeResult } from './query'
import classes from './control.module.css'

/** What the change has made and shows once: a key, or a link on paper. */
export function TakeResult({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const take = useMutation({ mutationFn: () => takeResult(proposal.id), gcTime: 0, onError: toastProblem })
  const secret = take.data && secretOf(take.data.values)
  const close = () => {
    take.reset()
    void client.invalidateQueries({ queryKey: PROPOSALS })
  }
  return (
    <Section title={t('control.result')}>
      <div className={classes.result}>
        <p>{t('control.resultText', { time: proposal.result_until ? dateTime(proposal.result_until) : '–' })}</p>
        <Button loading={take.isPending} disabled={take.isSuccess} onClick={() => take.mutate()}>
          {t('control.take_result')}
        </Button>
      </div>
      {/* Nothing but the answer that it is kept closes this: it cannot be shown again. */}
      {secret && (
        <Dialog opened closable={false} onClose={() => undefined} title={t('control.resultTitle')} size={560}>
          <p style={{ marginBottom: 12 }}>{t('control.resultOnce')}</p>
          <Secret value={secret} />
          <div style={{ display: 'flex', justifyContent: 'flex-end', marginTop: 20 }}>
            <Button onClick={close}>{t('control.resultKept')}</Button>
          </div>
        </Dialog>
      )}
    </Section>
  )
}

/** A key as it is; a link with the address of this server before its path. */
export function secretOf(values: Record<string, string>): string {
  return values.key ?? (values.path ? `${window.location.origin}${values.path}` : '')
}
