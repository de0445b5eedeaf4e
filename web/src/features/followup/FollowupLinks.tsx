import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { ButtonLink } from '~/ui/ButtonLink'
import { readsFigures } from './rights'

/** The way to the other pages of the follow-up. */
export function FollowupLinks() {
  const { t } = useTranslation()
  const figures = readsFigures(useMe())
  return (
    <>
      <ButtonLink to="/followup/agents" variant="default">
        {t('followup.agents')}
      </ButtonLink>
      {figures && (
        <ButtonLink to="/followup/runs" variant="default">
          {t('followup.runs')}
        </ButtonLink>
      )}
    </>
  )
}
