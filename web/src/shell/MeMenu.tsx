import { Popover, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { Avatar } from '~/ui/Avatar'
import classes from './MeMenu.module.css'

const contentPart = () => import('./MeMenuContent')

export function MeMenu() {
  const { t } = useTranslation()
  const me = useMe()
  const [opened, setOpened] = useState(false)
  const [switching, setSwitching] = useState(false)
  const [part, setPart] = useState<Awaited<ReturnType<typeof contentPart>> | null>(null)
  // Fetched once the page stands, and again by opening: the focus goes into what is there when the menu opens.
  useEffect(() => {
    if (part === null) void contentPart().then(setPart, () => undefined)
  }, [part, opened])
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
          {part && <part.MeMenuContent roles={roles} onClose={() => setOpened(false)} onSwitch={change} />}
        </Popover.Dropdown>
      </Popover>
      {switching && part && <part.SwitchRole onClose={() => setSwitching(false)} current={me.username} />}
    </>
  )
}
