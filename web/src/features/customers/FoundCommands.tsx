import { Button } from '@mantine/core'
import { IconArrowRight, IconBolt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useAllCommands } from '~/lib/commands'
import { matches } from '~/lib/match'
import classes from './Results.module.css'

/** Pages and actions that the words of the search name. */
export function FoundCommands({ q }: { q: string }) {
  const { t } = useTranslation()
  const found = useAllCommands().filter(
    (command) => (command.group === 'go' || command.group === 'app') && !command.hidden && !command.unlisted && matches(q, `${command.label} ${command.words ?? ''}`),
  )
  if (found.length === 0) return null
  return (
    <nav aria-label={t('customers.foundCommands')} className={classes.commands}>
      {found.map((command) => (
        <Button key={command.id} variant="default" size="compact-sm" leftSection={command.group === 'go' ? <IconArrowRight size={14} /> : <IconBolt size={14} />} onClick={command.run}>
          {command.label}
        </Button>
      ))}
    </nav>
  )
}
