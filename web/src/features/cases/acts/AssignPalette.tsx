import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconUsersGroup } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count, date } from '~/lib/format'
import { initials } from '~/lib/initials'
import { matches } from '~/lib/match'
import { Avatar } from '~/ui/Avatar'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Problem } from '~/ui/states'
import { useReturnFocus } from '~/ui/useReturnFocus'
import type { CaseRow } from '../model'
import { assigneesQuery } from '../query'
import type { Wanted } from './send'
import classes from './acts.module.css'

interface Props {
  /** The case, or the first of several: who may have it. */
  of: CaseRow
  many: number
  onChoose: (wanted: Wanted<'assign'>) => void
  onClose: () => void
}

interface Choice {
  key: string
  wanted: Wanted<'assign'>
  name: string
  detail: ReactNode
  icon: ReactNode
}

/** Who gets the case: colleagues with what they have in hand, and units; typed for, chosen with arrows and Enter. */
export function AssignPalette(props: Props) {
  const { t } = useTranslation()
  return (
    <Modal.Root opened onClose={props.onClose} transitionProps={{ duration: 0 }} size={520} yOffset="12vh" centered={false} classNames={{ content: classes.palette }}>
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label={t('cases.assignTitle')} radius={10}>
        <Body {...props} />
      </Modal.Content>
    </Modal.Root>
  )
}

function Body({ of, many, onChoose, onClose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useQuery(assigneesQuery(of.id))
  useReturnFocus()
  const people = (list.data?.people ?? []).filter((each) => matches(text, each.full_name))
  const units = (list.data?.units ?? []).filter((each) => matches(text, `${each.name} ${each.code}`))
  const choices: Choice[] = [
    ...people.map((each) => ({
      key: each.id,
      wanted: { user_id: each.id },
      name: each.full_name,
      icon: <Avatar initials={initials(each.full_name)} size={26} />,
      detail: (
        <>
          {each.me && <Chip>{t('cases.me')}</Chip>}
          {each.absent_until ? (
            <Chip tone="warning">{t('cases.awayUntil', { date: date(each.absent_until) })}</Chip>
          ) : (
            each.present && (
              <Chip tone="success" outline>
                {t('cases.present')}
              </Chip>
            )
          )}
          <span className={classes.load}>
            <span className="num">{t('cases.loadOpen', { count: each.open, open: count(each.open) })}</span>
            {each.overdue > 0 && (
              <span className="num" data-late>
                {t('cases.loadLate', { late: count(each.overdue) })}
              </span>
            )}
          </span>
        </>
      ),
    })),
    ...units.map((each) => ({ key: `unit-${each.code}`, wanted: { unit_code: each.code }, name: each.name, icon: <IconUsersGroup size={18} aria-hidden />, detail: <span className={classes.where}>{t('cases.unit')}</span> })),
  ]
  const active = Math.min(at, choices.length - 1)
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(choices.length - 1, active + step)))
      document.getElementById(`${id}-${Math.max(0, Math.min(choices.length - 1, active + step))}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && choices[active]) {
      event.preventDefault()
      onChoose(choices[active].wanted)
      onClose()
    }
  }
  return (
    <>
      <input
        className={classes.find}
        role="combobox"
        aria-label={t('cases.assignTitle')}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={choices[active] ? `${id}-${active}` : undefined}
        placeholder={many > 1 ? t('cases.assignMany', { count: many }) : t('cases.assignOne', { number: of.case_no })}
        value={text}
        data-autofocus
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      <div id={`${id}-list`} className={classes.people} role="listbox" aria-label={t('cases.assignTitle')} aria-busy={list.isPending || undefined}>
        {list.isPending &&
          [180, 140, 200, 160].map((width) => (
            <div key={width} className={classes.person} aria-hidden>
              <Bone width={26} height={26} round />
              <Bone width={width} />
            </div>
          ))}
        {choices.map((each, index) => (
          <div
            key={each.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            data-active={index === active || undefined}
            className={classes.person}
            onMouseMove={() => setAt(index)}
            onClick={() => {
              onChoose(each.wanted)
              onClose()
            }}
          >
            {each.icon}
            <span className={classes.name}>{each.name}</span>
            <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>{each.detail}</span>
          </div>
        ))}
      </div>
      {list.isSuccess && choices.length === 0 && <p className={classes.hint}>{t('cases.assignNobody')}</p>}
    </>
  )
}
