import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import type { Content, Trial } from './query'
import classes from './templates.module.css'

interface Props {
  content: Content
  trial: Trial | undefined
  tools?: ReactNode
}

const WIDTHS = { desktop: '100%', mobile: 360 } as const

/** What arrives at the customer: an e-mail in a frame in which nothing runs, anything else as a phone shows it. */
export function Preview({ content, trial, tools }: Props) {
  const { t } = useTranslation()
  const [width, setWidth] = useState<keyof typeof WIDTHS>('desktop')
  const mail = content.channel === 'EMAIL'
  const blank = trial && !trial.body && !trial.html
  return (
    <div className={classes.preview}>
      <div className={classes.previewHead}>
        {mail && (
          <SegmentedControl
            size="xs"
            aria-label={t('templates.previewWidth')}
            value={width}
            onChange={(next) => setWidth(next as keyof typeof WIDTHS)}
            data={[
              { value: 'desktop', label: t('templates.desktop') },
              { value: 'mobile', label: t('templates.mobile') },
            ]}
          />
        )}
        {tools}
      </div>
      {!trial && <Bone height={320} />}
      {blank && <p className={classes.nothing}>{trial.missing ? t('templates.missing', { token: trial.missing }) : t('templates.noPreview')}</p>}
      {trial && !blank && mail && (
        <>
          <p className={classes.subject}>{trial.title || '–'}</p>
          <div className={classes.frameBox}>
            <iframe className={classes.frame} style={{ width: WIDTHS[width] }} sandbox="" title={t('templates.preview')} srcDoc={trial.html ?? ''} tabIndex={-1} />
          </div>
        </>
      )}
      {trial && !blank && !mail && (
        <div className={classes.phone} data-channel={content.channel}>
          {content.channel === 'WHATSAPP' && content.header.kind !== 'NONE' && content.header.kind !== 'TEXT' && <p className={classes.media}>{t(`templates.header.${content.header.kind}`)}</p>}
          {trial.title && <p className={classes.phoneTitle}>{trial.title}</p>}
          <p className={classes.phoneBody}>{trial.body}</p>
          {'buttons' in content && content.buttons && content.buttons.length > 0 && (
            <ul className={classes.phoneButtons}>
              {content.buttons.map((button, index) => (
                <li key={index}>{button.label || '–'}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {trial?.sms && <p className="muted num">{t('templates.sms', { count: trial.sms.segments, length: trial.sms.length, encoding: trial.sms.encoding })}</p>}
    </div>
  )
}

/** A small picture of an e-mail, at a quarter of its size. */
export function Thumbnail({ page }: { page: string | null | undefined }) {
  return (
    <div className={classes.thumbnail} aria-hidden>
      {page && <iframe className={classes.thumbnailFrame} sandbox="" title="" srcDoc={page} tabIndex={-1} loading="lazy" />}
    </div>
  )
}
