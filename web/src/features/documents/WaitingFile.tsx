import { ActionIcon, Progress, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { fileSize } from '~/lib/format'
import classes from './documents.module.css'
import type { DocumentPage } from './public/query'
import type { Waiting } from './useUploads'

interface Props {
  one: Waiting
  rules: DocumentPage
  onChange: (part: Partial<Waiting>) => void
  onRemove: () => void
}

/** A chosen file before it is attached: what it is, how far it has come, or why it cannot be taken. */
export function WaitingFile({ one, rules, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const sending = one.sent !== null
  const least = rules.kinds.find((each) => each.key === one.kind)?.tier ?? 1
  const tier = Math.max(least, one.tier)
  const percent = Math.round(100 * (one.sent ?? 0))
  return (
    <li className={classes.waiting} aria-label={one.file.name}>
      <div className={classes.file}>
        <span className={classes.fileName}>{one.file.name}</span>
        <span className={classes.size}>{fileSize(one.file.size)}</span>
        <ActionIcon aria-label={t(sending ? 'documents.cancel' : 'documents.dismiss', { name: one.file.name })} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      {sending ? (
        <div role="status" className={classes.progress}>
          <Progress value={percent} aria-label={t('documents.progress', { name: one.file.name })} />
          <p>{percent < 100 ? t('documents.sending', { percent }) : t('documents.checking')}</p>
        </div>
      ) : (
        !one.hopeless && (
          <div className={classes.fields}>
            <Select
              label={t('documents.kind')}
              placeholder={t('documents.kindMissing')}
              data={rules.kinds.map((each) => ({ value: each.key, label: each.name }))}
              value={one.kind || null}
              onChange={(kind) => onChange({ kind: kind ?? '', error: '' })}
              allowDeselect={false}
            />
            <TextInput label={t('documents.titleField')} value={one.title} maxLength={200} autoComplete="off" onChange={(event) => onChange({ title: event.currentTarget.value })} />
            <Select
              label={t('documents.tier')}
              data={([1, 2, 3] as const).map((each) => ({ value: String(each), label: t(`documents.tiers.t${each}`), disabled: each < least }))}
              value={String(tier)}
              onChange={(chosen) => onChange({ tier: Number(chosen ?? 1) })}
              allowDeselect={false}
              description={tier > 1 ? t(`documents.tierText.t${tier as 2 | 3}`) : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
            />
          </div>
        )
      )}
      {one.error && (
        <p role="alert" className={classes.error}>
          {one.error}
        </p>
      )}
    </li>
  )
}
