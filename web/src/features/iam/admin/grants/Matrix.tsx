import { IconLock } from '@tabler/icons-react'
import { Fragment, type KeyboardEvent, memo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { GrantResource, Grants, Role } from '../types'
import { type Band, bands, differs, isChanged, type Pending } from './model'
import classes from './Matrix.module.css'

interface Props {
  grants: Grants
  roles: readonly Role[]
  resources: readonly GrantResource[]
  pending: Pending
  open: string | undefined
  onOpen: (cell: string) => void
}

export const cellKey = (role: string, resource: string) => `${role}.${resource}`

/** The grant table: a row for each resource, a column for each role. Arrows walk over it, Enter opens a cell. */
export function Matrix({ grants, roles, resources, pending, open, onOpen }: Props) {
  const { t } = useTranslation()
  const body = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<string | null>(null)
  const first = resources[0] && roles[0] ? cellKey(roles[0].key, resources[0].key) : null
  const here = at ?? open ?? first
  const focus = (row: number, column: number) => {
    const resource = resources[Math.min(resources.length - 1, Math.max(0, row))]
    const role = roles[Math.min(roles.length - 1, Math.max(0, column))]
    if (!resource || !role) return
    const key = cellKey(role.key, resource.key)
    setAt(key)
    const cell = body.current?.querySelector<HTMLElement>(`[data-cell="${key}"]`)
    cell?.focus()
    cell?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
    // With a cell open the panel follows the walk.
    if (open) onOpen(key)
  }
  const keys = (event: KeyboardEvent) => {
    const key = (event.target as HTMLElement).dataset.cell
    if (!key || event.ctrlKey || event.metaKey || event.altKey) return
    const [role = '', resource = ''] = key.split('.')
    const row = resources.findIndex((each) => each.key === resource)
    const column = roles.findIndex((each) => each.key === role)
    const to: Record<string, [number, number]> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      Home: [row, 0],
      End: [row, roles.length - 1],
      PageDown: [row + 8, column],
      PageUp: [row - 8, column],
    }
    const next = to[event.key]
    if (!next) return
    event.preventDefault()
    focus(...next)
  }
  const groups = grants.groups.map((group) => ({ ...group, rows: resources.filter((resource) => resource.group === group.key) })).filter((group) => group.rows.length > 0)
  return (
    <div className={classes.frame} tabIndex={-1}>
      <table ref={body} className={classes.matrix} data-single={roles.length === 1 || undefined} aria-label={t('admin.grants')} onKeyDown={keys}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {t('admin.resource')}
            </th>
            {roles.map((role) => (
              <th key={role.key} scope="col">
                {role.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.key}>
              <tr className={classes.group}>
                <th scope="colgroup" colSpan={roles.length + 1}>
                  <span>{group.name}</span>
                </th>
              </tr>
              {group.rows.map((resource) => (
                <tr key={resource.key}>
                  <th scope="row" className={classes.resource}>
                    {resource.name}
                  </th>
                  {roles.map((role) => {
                    const key = cellKey(role.key, resource.key)
                    return (
                      <td key={role.key}>
                        <Cell
                          id={key}
                          label={`${role.name}, ${resource.name}`}
                          bands={bands(resource, pending, role.key)}
                          grants={grants}
                          locked={resource.actions.every((action) => resource.cells[role.key]?.[action]?.locked)}
                          changed={isChanged(resource, pending, role.key)}
                          different={differs(resource, pending, role)}
                          open={open === key}
                          tabbable={here === key}
                          onOpen={() => {
                            setAt(key)
                            onOpen(key)
                          }}
                        />
                      </td>
                    )
                  })}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  id: string
  label: string
  bands: Band[]
  grants: Grants
  locked: boolean
  changed: boolean
  different: boolean
  open: boolean
  tabbable: boolean
  onOpen: () => void
}

const Cell = memo(
  function Cell({ id, label, bands, grants, locked, changed, different, open, tabbable, onOpen }: CellProps) {
    const { t } = useTranslation()
    const short = (reach: string) => grants.reaches.find((each) => each.key === reach)?.short ?? reach
    const name = (action: string) => grants.actions.find((each) => each.key === action)?.name ?? action
    const spoken = bands.map((band) => `${band.actions.map((each) => name(each.action) + (each.per_user ? ` (${t('admin.byName')})` : '')).join(', ')}: ${short(band.reach)}`).join('; ')
    const marks = [changed && t('admin.changedHere'), different && t('admin.differsHere'), locked && t('admin.lockedHere')].filter(Boolean).join(', ')
    return (
      <button
        type="button"
        className={classes.cell}
        data-cell={id}
        data-changed={changed || undefined}
        data-different={different || undefined}
        aria-pressed={open}
        aria-label={`${label}: ${spoken || t('admin.nothing')}${marks ? `. ${marks}` : ''}`}
        tabIndex={tabbable ? 0 : -1}
        onClick={onOpen}
      >
        {bands.length === 0 && <span className={classes.none}>{locked ? <IconLock size={12} aria-hidden /> : '–'}</span>}
        {bands.map((band) => (
          <span key={band.reach} className={classes.band}>
            <b>{band.actions.map((each) => name(each.action) + (each.per_user ? '*' : '')).join(', ')}</b> <span>{short(band.reach)}</span>
          </span>
        ))}
      </button>
    )
  },
  (before, after) =>
    before.open === after.open &&
    before.tabbable === after.tabbable &&
    before.changed === after.changed &&
    before.different === after.different &&
    before.label === after.label &&
    before.grants === after.grants &&
    JSON.stringify(before.bands) === JSON.stringify(after.bands),
)
