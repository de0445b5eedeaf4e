import '../texts/id/followup'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { count } from '~/lib/format'
import { HomeFigures } from '~/ui/HomeFigures'
import { agentsOptions } from '../query'
import { followsUp } from '../rights'

/** How many members are with me, and how many windows end within a day; nothing for who is no agent of the programme. */
export function MyTurn() {
  const me = useMe()
  return followsUp(me) ? <Figures userId={me.id} /> : null
}

function Figures({ userId }: { userId: string }) {
  const { t } = useTranslation()
  const found = useQuery(agentsOptions)
  const mine = found.data?.items.find((each) => each.person.id === userId)
  if (!mine) return null
  return (
    <HomeFigures
      id="my-turn"
      title={t('followup.title')}
      figures={[
        { label: t('followup.mineCount'), value: count(mine.members), to: '/followup' },
        {
          label: t('followup.mineSoon'),
          value: count(mine.due_soon),
          bad: mine.due_soon > 0,
          to: '/followup',
        },
      ]}
      onRetry={() => void found.refetch()}
    />
  )
}
