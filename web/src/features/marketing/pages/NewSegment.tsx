import '../texts/id/segments'

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { Page } from '~/ui/Page'
import { SegmentForm } from '../segments/SegmentForm'

/** A new segment: by a rule that is counted as it is built, or a list that is uploaded next. */
export function NewSegment({ onMade }: { onMade: (segmentId: string) => void }) {
  const { t } = useTranslation()
  return (
    <Page title={t('segments.newTitle')} text={<Link to="/segments">← {t('segments.title')}</Link>}>
      <SegmentForm onMade={onMade} />
    </Page>
  )
}
