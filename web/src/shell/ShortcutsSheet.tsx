import { useTranslation } from 'react-i18next'

import { type Command, useAllCommands } from '~/lib/commands'
import { Dialog } from '~/ui/Dialog'
import { Keys } from '~/ui/Keys'
import classes from './ShortcutsSheet.module.css'

interface Props {
  onClose: () => void
}

type Line = Pick<Command, 'label' | 'keys' | 'group'>

/** Lists exactly the shortcuts that work on the open page. */
export function ShortcutsSheet({ onClose }: Props) {
  const { t } = useTranslation()
  const commands = useAllCommands()
  const lists: Line[] = [
    { group: 'list', keys: 'j', label: t('shell.listNext') },
    { group: 'list', keys: 'k', label: t('shell.listPrevious') },
    { group: 'list', keys: 'Enter', label: t('shell.listOpen') },
    { group: 'list', keys: ' ', label: t('shell.listPeek') },
    { group: 'list', keys: 'Escape', label: t('shell.listClose') },
  ]
  const lines: Line[] = [...commands.filter((command) => command.keys && !command.hidden), ...lists]
  const groups = [
    ['go', t('shell.groupGo')],
    ['record', t('shell.groupRecord')],
    ['list', t('shell.groupList')],
    ['app', t('shell.groupApp')],
  ] as const
  return (
    <Dialog opened onClose={onClose} size={640} title={t('shell.shortcuts')}>
      <p className="muted">{t('shell.shortcutsText')}</p>
      <div className={classes.groups}>
        {groups.map(([group, title]) => {
          const own = lines.filter((line) => line.group === group)
          if (own.length === 0) return null
          return (
            <section key={group} aria-label={title}>
              <h3 className={classes.title}>{title}</h3>
              <dl>
                {own.map((line) => (
                  <div key={`${line.keys}${line.label}`} className={classes.line}>
                    <dt>{line.label}</dt>
                    <dd>
                      <Keys keys={line.keys ?? ''} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
