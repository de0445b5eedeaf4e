import '../texts/id/absences'

import { Button } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconBeach, IconBriefcase, IconStethoscope } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { useMe } from '~/features/iam/public/me'
import { date } from '~/lib/format'
import { may } from '~/lib/permissions'
import { Bone } from '~/ui/Bone'
import { Confirm } from '~/ui/Confirm'
import { Problem } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import classes from './Absences.module.css'
import { AbsenceDialog } from './AbsenceDialog'

type Absence = components['schemas']['AbsenceOut']

const ICONS = { LEAVE: IconBeach, SICK: IconStethoscope, DUTY: IconBriefcase }

export const absencesQuery = queryOptions({ queryKey: ['absences'], queryFn: () => unwrap(api.GET('/api/v1/absences')) })

/** Who is away from today on: oneself, and the colleagues whose tasks one assigns. */
export function Absences() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useMe()
  const absences = useQuery(absencesQuery)
  const [entering, setEntering] = useState(false)
  const [cancelling, setCancelling] = useState<Absence | null>(null)
  const cancel = useMutation({
    mutationFn: (absence: Absence) => unwrap(api.DELETE('/api/v1/absences/{absence_id}', { params: { path: { absence_id: absence.id } } })),
    onSuccess: () => toastDone(t('absences.cancelled')),
    onError: toastProblem,
    onSettled: () => {
      setCancelling(null)
      void client.invalidateQueries({ queryKey: absencesQuery.queryKey })
    },
  })
  if (absences.isError) return <Problem error={absences.error} onRetry={() => void absences.refetch()} />
  const items = absences.data?.items
  return (
    <>
      <p className="muted">{t('absences.text')}</p>
      <ul className={classes.list}>
        {!items && (
          <li className={classes.row}>
            <Bone width={260} />
          </li>
        )}
        {items?.map((each) => (
          <Row key={each.id} absence={each} own={each.person.id === me.id} onCancel={() => setCancelling(each)} />
        ))}
        {items?.length === 0 && <li className={`${classes.row} muted`}>{t('absences.none')}</li>}
      </ul>
      {may(me, 'task', 'U') && (
        <Button variant="default" mt={12} onClick={() => setEntering(true)}>
          {t('absences.enter')}
        </Button>
      )}
      {entering && <AbsenceDialog onClose={() => setEntering(false)} />}
      <Confirm
        opened={cancelling !== null}
        title={t('absences.cancelTitle', { name: cancelling?.person.full_name ?? '' })}
        action={t('absences.cancel')}
        busy={cancel.isPending}
        onConfirm={() => cancelling && cancel.mutate(cancelling)}
        onClose={() => setCancelling(null)}
      >
        {t('absences.cancelText')}
      </Confirm>
    </>
  )
}

function Row({ absence, own, onCancel }: { absence: Absence; own: boolean; onCancel: () => void }) {
  const { t } = useTranslation()
  const Icon = ICONS[absence.kind]
  const days = absence.first_day === absence.last_day ? date(absence.first_day) : `${date(absence.first_day)} – ${date(absence.last_day)}`
  return (
    <li className={classes.row}>
      <Icon size={17} stroke={1.6} aria-hidden />
      <span className={classes.words}>
        <span>{own ? days : `${absence.person.full_name} · ${days}`}</span>
        <span className="muted">
          {t(`absences.kinds.${absence.kind}`)}
          {absence.entered_by.id !== absence.person.id && ` · ${t('absences.by', { name: absence.entered_by.full_name })}`}
        </span>
      </span>
      {absence.can.cancel && (
        <Button variant="subtle" size="compact-sm" onClick={onCancel}>
          {t('absences.cancel')}
        </Button>
      )}
    </li>
  )
}
