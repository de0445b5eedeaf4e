import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import { may } from '~/lib/permissions'
import { Chip } from '~/ui/Chip'
import { Facts } from '~/ui/Facts'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Absences } from '../absences/Absences'
import { LanguageSwitch, ThemeSwitch } from '../public/Appearance'
import { useMe } from '../public/me'
import { Security } from '../security/Security'
import { PasswordForm } from './PasswordForm'
import { Sessions } from './Sessions'

export function Profile() {
  const { t } = useTranslation()
  const me = useMe()
  const chips = (list: { key: string; text: string }[], none: string) => (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
      {list.length === 0 ? <span className="muted">{none}</span> : list.map((each) => <Chip key={each.key}>{each.text}</Chip>)}
    </span>
  )
  const branches = me.branches.map((branch) => ({
    key: branch.code,
    text: [`${branch.code} ${branch.name}`, branch.active_to && t('iam.until', { date: date(branch.active_to) })].filter(Boolean).join(' · '),
  }))
  return (
    <Page title={t('iam.profile')} text={t('iam.profileText')} width="reading">
      <Section title={t('iam.account')}>
        <Facts
          facts={[
            [t('iam.name'), me.full_name],
            [t('iam.username'), <span className="mono">{me.username}</span>],
            [t('iam.roles'), chips(me.roles.map((role) => ({ key: role.key, text: role.name })), t('iam.noRole'))],
            [t('iam.branches'), chips(branches, t('shell.noBranch'))],
            ...(me.units.length > 0
              ? [[t('iam.units'), chips(me.units.map((unit) => ({ key: unit.code, text: unit.name })), '')] as [string, React.ReactNode]]
              : []),
          ]}
        />
      </Section>
      <Section title={t('iam.appearance')}>
        <div style={{ display: 'grid', gap: 8, maxWidth: 340 }}>
          <LanguageSwitch fullWidth />
          <ThemeSwitch />
        </div>
      </Section>
      {may(me, 'task', 'R') && (
        <Section title={t('absences.title')}>
          <Absences />
        </Section>
      )}
      <Section title={t('security.title')}>
        <Security />
      </Section>
      <Section title={t('iam.sessions')}>
        <Sessions />
      </Section>
      <Section title={t('iam.changePassword')}>
        <PasswordForm username={me.username} />
      </Section>
    </Page>
  )
}
