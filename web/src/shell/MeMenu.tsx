import { Popover, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { Avatar } from '~/ui/Avatar'
import classes from './MeMenu.module.css'

export const meMenuPart = () => import('./MeMenuContent')
const Content = lazy(() => meMenuPart().then((part) => ({ default: part.MeMenuContent })))
const SwitchRole = lazy(() => meMenuPart().then((part) => ({ default: part.SwitchRole })))

export function MeMenu() {
  const { t } = useTranslation()
  const me = useMe()
  const [opened, setOpened] = useState(false)
  const [switching, setSwitching] = useState(false)
  const roles = me.roles.map((role) => role.name).join(', ') || t('iam.noRole')
  const change = () => {
    setOpened(false)
    setSwitching(true)
  }

  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={300} trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={classes.me} onClick={() => setOpened(!opened)} aria-label={`${t('shell.me')}: ${me.full_name}`}>
            <Avatar initials={me.initials} size={26} />
            <span className={classes.words}>
              <span className={classes.name}>{me.full_name}</span>
              <span className={classes.role}>{roles}</span>
            </span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t('shell.me')}>
          <Suspense>
            <Content roles={roles} onClose={() => setOpened(false)} onSwitch={change} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      {switching && (
        <Suspense>
          <SwitchRole onClose={() => setSwitching(false)} current={me.username} />
        </Suspense>
      )}
    </>
  )
}
