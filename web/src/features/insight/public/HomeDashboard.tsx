import '../texts/id/insight'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { dashboardQuery } from '../query'
import { Tiles } from '../Tiles'

/** On the page where directors arrive: the figures of the whole bank, leading to the dashboards. */
export function HomeDashboard() {
  const { t } = useTranslation()
  const found = useQuery(dashboardQuery('executive', {}))
  return (
    <Section title={t('insight.home')} aside={<Link to="/dashboards">{t('insight.open')}</Link>}>
      {found.isError ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Tiles tiles={found.data.tiles} />
      ) : (
        <Bone height={108} />
      )}
    </Section>
  )
}
