import { useTranslation } from 'react-i18next'

import { ButtonLink } from '~/ui/ButtonLink'
import { NotHere } from '~/ui/states'

/** An address that no page has stands outside the frame, so it leads back by itself. */
export function NoSuchPage() {
  const { t } = useTranslation()
  return (
    <main>
      <NotHere
        page
        action={
          <ButtonLink to="/" variant="default">
            {t('shell.welcome')}
          </ButtonLink>
        }
      />
    </main>
  )
}
