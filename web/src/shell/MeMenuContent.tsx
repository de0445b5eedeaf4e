import { useQuery } from '@tanstack/react-query'
import { IconArrowsExchange, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { DemoLogin } from '~/api/models'
import { LanguageSwitch, ThemeSwitch } from '~/features/iam/public/Appearance'
import { demoQuery, signIn } from '~/features/iam/public/auth'
import { DemoLogins } from '~/features/iam/public/DemoLogins'
import { useMe } from '~/features/iam/public/me'
import { useSignOut } from '~/features/iam/public/useSignOut'
import { Chip } from '~/ui/Chip'
import { Dialog } from '~/ui/Dialog'
import { toastProblem } from '~/ui/toast'
import classes from './MeMenu.module.css'

interface Props {
  roles: string
  onClose: () => void
  onSwitch: () => void
}

/** Who I am, how the page looks, and the ways out. */
export function MeMenuContent({ roles, onClose, onSwitch }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const signOut = useSignOut()
  return (
    <>
      <div className={classes.who}>
        <p className={classes.fullName}>{me.full_name}</p>
        <p className="muted">
          {roles} · <span className="mono">{me.username}</span>
        </p>
        <div className={classes.chips}>
          {me.branches.map((branch) => (
            <Chip key={branch.code}>{branch.name}</Chip>
          ))}
          {me.units.map((unit) => (
            <Chip key={unit.code} tone="info">
              {unit.name}
            </Chip>
          ))}
          {me.branches.length + me.units.length === 0 && <Chip>{t('shell.noBranch')}</Chip>}
        </div>
      </div>
      <div className={classes.settings}>
        <LanguageSwitch fullWidth />
        <ThemeSwitch />
      </div>
      <div className={classes.items}>
        <Link to="/profile" className={classes.item} onClick={onClose}>
          <IconUserCircle size={16} aria-hidden />
          {t('shell.goProfile')}
        </Link>
        {me.demo && (
          <button type="button" className={classes.item} onClick={onSwitch}>
            <IconArrowsExchange size={16} aria-hidden />
            {t('shell.switchRole')}
          </button>
        )}
        <button type="button" className={classes.item} onClick={() => void signOut()}>
          <IconLogout size={16} aria-hidden />
          {t('shell.signOut')}
        </button>
      </div>
    </>
  )
}

/** Another role of the demonstration. */
export function SwitchRole({ onClose, current }: { onClose: () => void; current: string }) {
  const { t } = useTranslation()
  const router = useRouter()
  const demo = useQuery(demoQuery).data
  const [busy, setBusy] = useState<string | null>(null)
  const pick = async (login: DemoLogin) => {
    setBusy(login.username)
    try {
      await signIn(login.username, login.password)
      // A fresh document: nothing of the other user's data may stay in memory.
      window.location.assign(router.buildLocation({ to: '/' }).href)
    } catch (error) {
      setBusy(null)
      toastProblem(error)
    }
  }
  return (
    <Dialog opened onClose={onClose} title={t('shell.switchRole')}>
      <p className="muted" style={{ marginBottom: 12 }}>
        {t('shell.switchRoleText')}
      </p>
      {demo && <DemoLogins logins={demo.logins} current={current} busy={busy} onPick={(login) => void pick(login)} />}
    </Dialog>
  )
}
