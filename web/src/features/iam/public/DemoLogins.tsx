import { useTranslation } from 'react-i18next'

import type { DemoLogin } from '~/api/models'
import { initials } from '~/lib/initials'
import { Avatar } from '~/ui/Avatar'
import classes from './DemoLogins.module.css'

interface Props {
  logins: DemoLogin[]
  current?: string
  busy?: string | null
  onPick: (login: DemoLogin) => void
}

export function DemoLogins({ logins, current, busy, onPick }: Props) {
  const { t } = useTranslation()
  return (
    <ul className={classes.list}>
      {logins.map((login) => (
        <li key={login.username}>
          <button
            type="button"
            className={classes.login}
            aria-current={login.username === current || undefined}
            aria-busy={busy === login.username || undefined}
            disabled={busy !== null && busy !== undefined}
            onClick={() => onPick(login)}
          >
            <Avatar initials={initials(login.full_name)} size={28} />
            <span className={classes.words}>
              <span className={classes.role}>{login.role_name}</span>
              <span className={classes.detail}>
                {login.full_name} · {login.branches.length ? login.branches.join(', ') : t('iam.demoNoBranch')}
              </span>
            </span>
            <code className={classes.user}>{login.username}</code>
          </button>
        </li>
      ))}
    </ul>
  )
}
