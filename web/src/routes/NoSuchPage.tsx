import { useTranslation } from 'react-i18next'

import { ButtonLink } from '~/ui/ButtonLink'
import { NotHere } from '~/ui/states'

/** An address that no page has: within the frame, whose navigation stays, and with a way back of its own. */
export function NoSuchPage() {
  const { t } = useTranslation()
  return (
    <NotHere
      page
      action={
        <ButtonLink to="/" variant="default">
          {t('shell.welcome')}
        </ButtonLink>
      }
    />
  )
}

/** The same where nobody is signed in, outside the frame. */
export function NoSuchPageOutside() {
  return (
    <main>
      <NoSuchPage />
    </main>
  )
}
