import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { useSignOut } from '~/features/iam/public/useSignOut'
import { clock } from '~/lib/format'
import { Dialog } from '~/ui/Dialog'
import type { SessionClock } from './IdleWarning'

/** How long the session has left, and the way to stay where there is one. */
export default function IdleDialog({ state, onStay }: { state: SessionClock; onStay: () => void }) {
  const { t } = useTranslation()
  const signOut = useSignOut()
  return (
    <Dialog opened onClose={onStay} title={t('shell.idleTitle')} closable={false}>
      <p>{state.absolute ? t('shell.idleAbsoluteText') : t('shell.idleText')}</p>
      <p className="num" role="timer" style={{ fontSize: 32, fontWeight: 600, margin: '8px 0 16px' }}>
        {clock(state.left)}
      </p>
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
        <Button variant="default" onClick={() => void signOut()}>
          {t('shell.signOut')}
        </Button>
        {!state.absolute && (
          <Button onClick={onStay} data-autofocus>
            {t('shell.idleStay')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
