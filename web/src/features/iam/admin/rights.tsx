import { Checkbox, type CheckboxGroupProps, MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { Role } from './types'
import classes from './Admin.module.css'

interface RoleProps extends Omit<CheckboxGroupProps, 'children' | 'label'> {
  roles: readonly Role[]
}

/** What an account may do: the roles to tick. */
export function RoleChecks({ roles, ...props }: RoleProps) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group label={t('admin.roles')} {...props}>
      <div className={classes.checks} style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))', marginTop: 4 }}>
        {roles.map((role) => (
          <Checkbox key={role.key} size="xs" className={classes.check} value={role.key} label={role.name} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

interface BranchProps extends Omit<MultiSelectProps, 'data' | 'label'> {
  branches: readonly { code: string; name: string }[]
}

/** Where an account works. */
export function BranchSelect({ branches, ...props }: BranchProps) {
  const { t } = useTranslation()
  return (
    <MultiSelect
      label={t('admin.branches')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      data={branches.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
      nothingFoundMessage={t('admin.nothingFits')}
      {...props}
    />
  )
}
