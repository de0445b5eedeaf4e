import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconBell, IconBrandWhatsapp, IconCheck, IconClock, IconDeviceMobile, IconDeviceMobileMessage, IconMail, IconMailOpened, IconSend, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { date, dateTime, time } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import type { Message } from './query'
import { storyOf, toneOf } from './story'
import classes from './messages.module.css'
import frame from '~/ui/List.module.css'

const CHANNEL_ICONS: Record<Message['channel'], typeof IconMail> = {
  WHATSAPP: IconBrandWhatsapp,
  EMAIL: IconMail,
  SMS: IconDeviceMobileMessage,
  PUSH: IconBell,
  IN_APP: IconDeviceMobile,
  LETTER: IconMailOpened,
}
const TONE_ICONS = { neutral: IconClock, info: IconSend, success: IconCheck, critical: IconX, warning: IconClock, accent: IconSend }

interface Props {
  message: Message
  onOpen: (message: Message) => void
}

/** One message: by which way and why, how far it came, and what it is about. */
export const MessageRow = memo(function MessageRow({ message, onOpen }: Props) {
  const { t } = useTranslation()
  const { subject } = message
  const Icon = CHANNEL_ICONS[message.channel]
  const Standing = TONE_ICONS[toneOf(message)]
  const name = `${message.channel_name}, ${message.purpose_name}`
  return (
    <li className={frame.item} data-row={message.message_id} tabIndex={-1}>
      <div>
        <p className={classes.name}>
          <Icon size={16} aria-hidden />
          <span className={frame.name}>{name}</span>
          <Chip tone={toneOf(message)} icon={<Standing />}>
            {message.status_name}
          </Chip>
        </p>
        {message.reason_name && <p className={classes.reason}>{message.reason_name}</p>}
        {message.not_before && <p>{t(message.attempts > 0 ? 'messages.triedAgain' : 'messages.notBefore', { at: dateTime(message.not_before) })}</p>}
        {subject.label && subject.type !== 'CUSTOMER' && (
          <p>
            {t('messages.about')}{' '}
            {subject.address ? (
              <Link to={subject.address as '/'} preload={false} className={classes.subject}>
                {subject.label}
              </Link>
            ) : (
              subject.label
            )}
          </p>
        )}
        <p className={`${frame.who} ${classes.story}`}>
          <span>{t('messages.steps.queued', { at: `${date(message.queued_at)} ${time(message.queued_at)}` })}</span>
          {storyOf(message).map(({ step, at, words }) => (
            <time key={step} dateTime={at} title={dateTime(at)}>
              {t(`messages.steps.${step}`, { at: words })}
            </time>
          ))}
          <span>{message.written_by ? t('messages.writtenBy', { name: message.written_by }) : t('messages.writtenBySystem')}</span>
        </p>
      </div>
      {message.can.read && (
        <div className={frame.acts}>
          <Button variant="default" aria-label={t('messages.openNamed', { name, at: dateTime(message.queued_at) })} onClick={() => onOpen(message)}>
            {t('messages.open')}
          </Button>
        </div>
      )}
    </li>
  )
})
