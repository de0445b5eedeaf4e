import { ActionIcon, Tooltip } from '@mantine/core'
import { IconKeyboard, IconSearch, IconTerminal2 } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { piecesFor } from '~/lib/feature'
import { may } from '~/lib/permissions'
import { Brand } from '~/ui/Brand'
import { Chip } from '~/ui/Chip'
import { Keys } from '~/ui/Keys'
import { MeMenu } from './MeMenu'
import classes from './TopBar.module.css'

interface Props {
  onFind: () => void
  onHelp: () => void
  /** Opens or closes the tour of the demonstration. */
  onTour: () => void
}

export function TopBar({ onFind, onHelp, onTour }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  // The page of the search has the one box for customers; beside it the bar offers commands only.
  const searching = useRouterState({ select: (state) => state.location.pathname === '/customers' })
  return (
    <header className={classes.bar}>
      <Link to="/" className={classes.brand} aria-label="Simpul">
        <Brand compact />
      </Link>
      <button type="button" className={classes.find} data-small={searching || undefined} onClick={onFind}>
        {searching ? <IconTerminal2 size={15} aria-hidden /> : <IconSearch size={15} aria-hidden />}
        <span className={classes.findText}>{may(me, 'customer', 'R') && !searching ? t('shell.find') : t('shell.findCommand')}</span>
        <Keys keys="mod+k" />
      </button>
      <div className={classes.right}>
        {me.demo && (
          <button type="button" className={classes.tour} title={t('shell.demoTitle')} onClick={onTour}>
            <Chip tone="warning">{t('shell.demo')}</Chip>
          </button>
        )}
        <Tooltip label={`${t('shell.help')} (?)`}>
          <ActionIcon className={classes.help} aria-label={t('shell.help')} onClick={onHelp}>
            <IconKeyboard size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
        {piecesFor('bar', me).map((Piece, at) => (
          <Piece key={at} />
        ))}
        <MeMenu />
      </div>
    </header>
  )
}
