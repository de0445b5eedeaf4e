import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Revisions } from '~/ui/Revisions'
import { revisionsOptions } from '../query'

/** Every saved change of the table of grants, in sentences. */
export function GrantRevisions() {
  const { t } = useTranslation()
  return (
    <Revisions list={useInfiniteQuery(revisionsOptions())} empty={t('admin.revisionsEmpty')} emptyText={t('admin.revisionsEmptyText')}>
      {(row) => row.sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}
    </Revisions>
  )
}
