import { Checkbox, NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { CatalogueDialog } from './CatalogueDialog'
import { categoriesQuery, type Category, setupKeys, unitNamesQuery } from './query'

interface Props {
  category?: Category
  onClose: () => void
}

const NONE = '-'
const chosen = (value: string) => (value === NONE ? null : value)

/** A category: its names, who handles it, whether its content is shut off, and whether answers are reviewed. */
export function CategoryDialog({ category, onClose }: Props) {
  const { t } = useTranslation()
  const units = useQuery(unitNamesQuery).data?.items ?? []
  const parents = (useQuery(categoriesQuery).data?.items ?? []).filter((each) => !each.parent && each.code !== category?.code)
  return (
    <CatalogueDialog
      entry={category}
      title={category ? t('levels.categoryChangeTitle', { name: category.name }) : t('levels.categoryMake')}
      active={t('levels.activeLabel')}
      own={{
        parent: category?.parent ?? NONE,
        unit_code: category?.unit?.code ?? NONE,
        default_sla_hours: category?.default_sla_hours ?? 72,
        is_sensitive: category?.is_sensitive ?? false,
        needs_review: category?.needs_review ?? false,
      }}
      listKey={setupKeys.categories}
      taken="category_exists"
      save={(code, { parent, unit_code, ...rest }, version) => {
        const body = { ...rest, parent: chosen(parent), unit_code: chosen(unit_code) }
        return version
          ? unwrap(api.PUT('/api/v1/case-categories/{code}', { params: { path: { code } }, body: { ...body, version } }))
          : unwrap(api.POST('/api/v1/case-categories', { body: { ...body, code } }))
      }}
      fields={(form) => (
        <>
          <Select label={t('levels.parent')} data={[{ value: NONE, label: t('common.none') }, ...parents.map((each) => ({ value: each.code, label: each.name }))]} {...form.getInputProps('parent')} />
          <Select
            label={t('levels.unit')}
            searchable
            data={[{ value: NONE, label: t('levels.noUnit') }, ...units.map((each) => ({ value: each.code, label: each.name }))]}
            {...form.getInputProps('unit_code')}
          />
          <NumberInput label={t('levels.startHours')} min={1} max={8760} hideControls {...form.getInputProps('default_sla_hours')} />
        </>
      )}
      marks={(form) => (
        <>
          <Checkbox label={t('levels.sensitiveLabel')} description={t('levels.sensitiveText')} {...form.getInputProps('is_sensitive', { type: 'checkbox' })} />
          <Checkbox label={t('levels.reviewLabel')} description={t('levels.reviewText')} {...form.getInputProps('needs_review', { type: 'checkbox' })} />
        </>
      )}
      onClose={onClose}
    />
  )
}
