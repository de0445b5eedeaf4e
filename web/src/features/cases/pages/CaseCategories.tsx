import '../texts/id/levels'

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { may } from '~/lib/permissions'
import { Page } from '~/ui/Page'
import { Views } from '~/ui/Views'
import { CategoryDialog } from '../setup/CategoryDialog'
import { CategoryTable } from '../setup/CategoryTable'
import { Packs } from '../setup/Packs'
import { ProductDialog } from '../setup/ProductDialog'
import { ProductTable } from '../setup/ProductTable'
import type { Category, Product, Resolution } from '../setup/query'
import { ResolutionDialog } from '../setup/ResolutionDialog'
import { ResolutionTable } from '../setup/ResolutionTable'

interface Props {
  tab: string | undefined
  /** Those out of use are shown as well. */
  all: boolean
  onTab: (tab: string | undefined) => void
  onAll: (all: boolean) => void
}

const TABS = ['categories', 'products', 'resolutions', 'packs'] as const
type Editing = { category: Category | 'new' } | { product: Product | 'new' } | { resolution: Resolution | 'new' } | null

/** What cases are about, which products, how they end, and the sets that this release brings. */
export function CaseCategories({ tab, all, onTab, onAll }: Props) {
  const { t } = useTranslation()
  const manager = may(useMe(), 'configuration', 'M')
  const view = TABS.find((each) => each === tab) ?? 'categories'
  const [editing, setEditing] = useState<Editing>(null)
  const makes = manager && view !== 'packs'
  const label = t(view === 'resolutions' ? 'levels.resolutionMake' : view === 'products' ? 'levels.productMake' : 'levels.categoryMake')
  const make = () => setEditing(view === 'resolutions' ? { resolution: 'new' } : view === 'products' ? { product: 'new' } : { category: 'new' })
  const close = () => setEditing(null)
  useCommands([{ id: 'categories.make', group: 'record', label, keys: 'c', hidden: !makes, run: () => makes && make() }])
  return (
    <Page
      title={t('levels.categoriesTitle')}
      text={t(`levels.categoriesText.${view}`)}
      actions={
        makes && (
          <Button leftSection={<IconPlus size={15} />} onClick={make}>
            {label}
          </Button>
        )
      }
    >
      <Views
        label={t('levels.views')}
        views={TABS.map((key) => ({ key, label: t(`levels.categoryTabs.${key}`) }))}
        value={view}
        onChange={(next) => onTab(next === 'categories' ? undefined : next)}
      />
      {view === 'categories' && <CategoryTable all={all} onAll={onAll} onChange={manager ? (category) => setEditing({ category }) : undefined} />}
      {view === 'products' && <ProductTable onChange={manager ? (product) => setEditing({ product }) : undefined} />}
      {view === 'resolutions' && <ResolutionTable onChange={manager ? (resolution) => setEditing({ resolution }) : undefined} />}
      {view === 'packs' && <Packs manager={manager} />}
      {editing && 'category' in editing && <CategoryDialog category={editing.category === 'new' ? undefined : editing.category} onClose={close} />}
      {editing && 'product' in editing && <ProductDialog product={editing.product === 'new' ? undefined : editing.product} onClose={close} />}
      {editing && 'resolution' in editing && <ResolutionDialog resolution={editing.resolution === 'new' ? undefined : editing.resolution} onClose={close} />}
    </Page>
  )
}
