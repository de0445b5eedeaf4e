import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { CatalogueDialog } from './CatalogueDialog'
import { type Resolution, setupKeys } from './query'

interface Props {
  resolution?: Resolution
  onClose: () => void
}

/** A code with which cases are closed. */
export function ResolutionDialog({ resolution, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <CatalogueDialog
      entry={resolution}
      title={resolution ? t('levels.categoryChangeTitle', { name: resolution.name }) : t('levels.resolutionMake')}
      active={t('levels.resolutionActive')}
      own={{}}
      listKey={setupKeys.resolutions}
      taken="resolution_exists"
      save={(code, body, version) =>
        version
          ? unwrap(api.PUT('/api/v1/case-resolutions/{code}', { params: { path: { code } }, body: { ...body, version } }))
          : unwrap(api.POST('/api/v1/case-resolutions', { body: { ...body, code } }))
      }
      onClose={onClose}
    />
  )
}
