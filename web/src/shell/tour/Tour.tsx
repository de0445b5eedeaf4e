import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { demoQuery, signIn } from '~/features/iam/public/auth'
import { useMe } from '~/features/iam/public/me'
import { useWords } from '~/lib/feature'
import { Problem } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import type { TourPlace } from './place'
import { STEPS } from './steps'
import classes from './tour.module.css'

interface Props {
  place: TourPlace
  onMove: (part: Partial<TourPlace>) => void
}

/** The ten-minute demonstration beside the page: who plays, what to say, what to do. */
export default function Tour({ place, onMove }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const router = useRouter()
  const demo = useQuery(demoQuery)
  const [busy, setBusy] = useState(false)
  const at = Math.min(Math.max(place.at, 0), STEPS.length - 1)
  const step = STEPS[at]
  if (!step) return null
  const player = step.role
    ? demo.data?.logins.find((login) => login.role === step.role)
    : undefined
  const plays = !player || player.username === me.username
  const play = async () => {
    if (plays) return router.history.push(step.to)
    setBusy(true)
    try {
      await signIn(player.username, player.password)
      // A fresh document: nothing of the other user's data may stay in memory.
      window.location.assign(step.to)
    } catch (error) {
      setBusy(false)
      toastProblem(error)
    }
  }
  return (
    <aside className={classes.tour} aria-label={t('shell.tour')}>
      <header className={classes.head}>
        <p className={classes.place}>
          {t('shell.tourPlace', { step: at + 1, steps: STEPS.length, minute: step.minute })}
        </p>
        <ActionIcon aria-label={t('common.close')} onClick={() => onMove({ open: false })}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className={classes.body}>
        <h2 className={classes.title}>{words(step.title)}</h2>
        {demo.isError ? (
          <Problem error={demo.error} onRetry={() => void demo.refetch()} />
        ) : (
          <Button fullWidth variant={plays ? 'default' : 'filled'} loading={busy || demo.isPending} onClick={() => void play()}>
            {plays ? t('shell.tourOpen') : t('shell.tourPlay', { role: player.role_name })}
          </Button>
        )}
        <p className={classes.say}>{words(step.say)}</p>
        <ul className={classes.tasks}>
          {step.tasks.map((task, number) => {
            const key = `${at}.${number}`
            return (
              <li key={key}>
                <Checkbox
                  label={words(task)}
                  checked={place.done.includes(key)}
                  onChange={(event) =>
                    onMove({
                      done: event.currentTarget.checked
                        ? [...place.done, key]
                        : place.done.filter((each) => each !== key),
                    })
                  }
                />
              </li>
            )
          })}
        </ul>
      </div>
      <footer className={classes.foot}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={15} />}
          disabled={at === 0}
          onClick={() => onMove({ at: at - 1 })}
        >
          {t('shell.tourBack')}
        </Button>
        {at === STEPS.length - 1 ? (
          <Button onClick={() => onMove({ at: 0, open: false, done: [] })}>{t('shell.tourEnd')}</Button>
        ) : (
          <Button rightSection={<IconArrowRight size={15} />} onClick={() => onMove({ at: at + 1 })}>
            {t('shell.tourNext')}
          </Button>
        )}
      </footer>
    </aside>
  )
}
