import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { SidePanel } from '~/ui/SidePanel'
import type { Act, GrantResource, Grants, Reach, Role } from '../types'
import { NOTHING, type Pending, reachesOf, shown, standing, type Value, withCell } from './model'
import classes from './Matrix.module.css'
import admin from '../Admin.module.css'

interface Props {
  grants: Grants
  role: Role
  resource: GrantResource
  pending: Pending
  editable: boolean
  onChange: (pending: Pending) => void
  onClose: () => void
}

/** What one role may do with one thing: each action, how far, and whether only for who is named. */
export function CellPanel({ grants, role, resource, pending, editable, onChange, onClose }: Props) {
  const { t } = useTranslation()
  const name = (reach: Reach) => grants.reaches.find((each) => each.key === reach)?.name ?? reach
  const say = (value: Value) => (value.reach === 'NONE' ? t('admin.nothing') : name(value.reach) + (value.per_user ? ` (${t('admin.byName')})` : ''))
  const set = (action: Act, value: Value) => onChange(withCell(pending, resource, role.key, action, value))
  const shippedOf = (action: Act) => resource.cells[role.key]?.[action]?.shipped ?? NOTHING
  const away = role.shipped && resource.actions.some((action) => say(shown(resource, pending, role.key, action)) !== say(shippedOf(action)))
  const reset = () => onChange(resource.actions.reduce((found, action) => (resource.cells[role.key]?.[action]?.locked ? found : withCell(found, resource, role.key, action, shippedOf(action))), pending))
  const label = `${role.name}: ${resource.name}`
  return (
    <SidePanel label={label} title={label} onClose={onClose}>
      <div className={admin.panel}>
        <div className={classes.acts}>
          {resource.actions.map((action) => {
            const cell = resource.cells[role.key]?.[action]
            const value = shown(resource, pending, role.key, action)
            const before = standing(resource, role.key, action)
            const changed = say(value) !== say(before)
            const title = grants.actions.find((each) => each.key === action)?.name ?? action
            return (
              <div key={action} className={classes.act} data-changed={changed || undefined}>
                <strong>{title}</strong>
                <NativeSelect
                  size="xs"
                  aria-label={title}
                  disabled={!editable || Boolean(cell?.locked)}
                  data={reachesOf(resource).map((reach) => ({ value: reach, label: name(reach) }))}
                  value={value.reach}
                  onChange={(event) => set(action, { ...value, reach: event.currentTarget.value as Reach })}
                />
                {value.reach !== 'NONE' && (action === 'X' || value.per_user || shippedOf(action).per_user) && (
                  <Checkbox
                    className={classes.wide}
                    size="xs"
                    label={t('admin.byNameOnly')}
                    disabled={!editable || Boolean(cell?.locked)}
                    checked={value.per_user}
                    onChange={(event) => set(action, { ...value, per_user: event.currentTarget.checked })}
                  />
                )}
                {cell?.locked && (
                  <p className={`${classes.wide} muted`}>
                    <IconLock size={12} aria-hidden /> {cell.locked}
                  </p>
                )}
                {cell?.limit && <p className={`${classes.wide} muted`}>{t('admin.limitedTo', { limit: cell.limit })}</p>}
                {changed && <p className={`${classes.wide} muted`}>{t('admin.wasBefore', { value: say(before) })}</p>}
                {!changed && role.shipped && say(value) !== say(shippedOf(action)) && <p className={`${classes.wide} muted`}>{t('admin.shippedAs', { value: say(shippedOf(action)) })}</p>}
              </div>
            )
          })}
        </div>
        {editable && away && (
          <Button variant="default" mt={16} onClick={reset}>
            {t('admin.cellReset')}
          </Button>
        )}
        <p className={admin.note}>{t('admin.worksAtOnce')}</p>
      </div>
    </SidePanel>
  )
}
