import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCircleOff, IconClockPause, IconCopy, IconHandStop } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { time } from '~/lib/format'
import { Chip, type Tone } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import { reports } from './fields'
import type { Provider } from './query'
import classes from './providers.module.css'

const LOOKS: Record<Provider['state'], [Tone, ReactNode]> = {
  READY: ['success', <IconCheck key="i" />],
  PAUSED: ['warning', <IconClockPause key="i" />],
  STOPPED: ['critical', <IconHandStop key="i" />],
  INACTIVE: ['neutral', <IconCircleOff key="i" />],
}

/** Why a provider took nothing, in words; a code of the provider's own stays readable. */
function useReason() {
  const { t } = useTranslation()
  const words = (code: string) => (t as unknown as (key: string, options: { defaultValue: string }) => string)(`providers.reasons.${code}`, { defaultValue: t('providers.answered', { code }) })
  return words
}

interface Props {
  provider: Provider
  resuming: boolean
  onChange: () => void
  onTest: () => void
  onResume: () => void
}

/** One account: whether it works, what happened last, and where it reports to. */
export function ProviderRow({ provider, resuming, onChange, onTest, onResume }: Props) {
  const { t } = useTranslation()
  const reason = useReason()
  const { can, name, state } = provider
  const [tone, icon] = LOOKS[state]
  const standing = state === 'STOPPED' ? t('providers.stopped', { reason: reason(provider.stopped_reason ?? '') }) : t(`providers.states.${state}`, { at: provider.resumes_at ? time(provider.resumes_at) : '' })
  return (
    <li className={classes.row} data-provider={provider.key}>
      <div className={classes.words}>
        <p className={classes.head}>
          <span className={classes.name}>{name}</span>
          <Chip tone={tone} icon={icon}>
            {standing}
          </Chip>
        </p>
        <p className={classes.facts}>
          <span>{t(`providers.protocols.${provider.adapter}`)}</span>
          <span>{t('providers.order', { number: provider.position })}</span>
          {provider.last_success_at ? (
            <span>
              {t('providers.lastSuccess')} <Ago at={provider.last_success_at} />
            </span>
          ) : (
            <span>{t('providers.neverSent')}</span>
          )}
          {provider.last_failure_at && provider.last_failure && (
            <span>
              {t('providers.lastFailure')} <Ago at={provider.last_failure_at} />: {reason(provider.last_failure)}
            </span>
          )}
        </p>
        {reports(provider) && <Webhook provider={provider} />}
      </div>
      <div className={classes.acts}>
        {can.resume && (
          <Button loading={resuming} aria-label={t('providers.resumeNamed', { name })} onClick={onResume}>
            {t('providers.resume')}
          </Button>
        )}
        {can.test && (
          <Button variant="default" aria-label={t('providers.testNamed', { name })} onClick={onTest}>
            {t('providers.test')}
          </Button>
        )}
        {can.change && (
          <Button variant="default" aria-label={t('providers.changeNamed', { name })} onClick={onChange}>
            {t('providers.change')}
          </Button>
        )}
      </div>
    </li>
  )
}

function Webhook({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const address = new URL(provider.webhook, window.location.origin).href
  return (
    <div className={classes.webhook}>
      <span className="muted" title={t('providers.webhookText')}>
        {t('providers.webhook')}
      </span>
      <code>{address}</code>
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('common.copied') : t('common.copy')}>
            <ActionIcon variant="subtle" color="gray" aria-label={copied ? t('common.copied') : t('providers.copyWebhook', { name: provider.name })} onClick={copy}>
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
      <p className={`muted ${classes.webhookText}`}>{t('providers.webhookText')}</p>
    </div>
  )
}
