import '../texts/id/admin'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { Views } from '~/ui/Views'
import { AdminPage } from '../admin/AdminPage'
import { settingsQuery } from '../admin/settings/query'
import { SettingRevisions } from '../admin/settings/SettingRevisions'
import { SettingsForm } from '../admin/settings/SettingsForm'

const TABS = ['values', 'history'] as const

interface Props {
  tab: string | undefined
  onTab: (tab: string) => void
}

/** What the organisation decides about the product while it runs. */
export function SettingsAdmin({ tab, onTab }: Props) {
  const { t } = useTranslation()
  const settings = useQuery(settingsQuery)
  const shown = TABS.find((each) => each === tab) ?? 'values'
  return (
    <AdminPage title={t('admin.settings')} text={t('admin.settingsText')}>
      <Views label={t('admin.settings')} views={TABS.map((each) => ({ key: each, label: t(`admin.settingTabs.${each}`) }))} value={shown} onChange={onTab} />
      <WaitingChanges kinds={['settings_save']} />
      {shown === 'history' && <SettingRevisions />}
      {shown === 'values' && settings.isError && !settings.data && <Problem error={settings.error} onRetry={() => void settings.refetch()} />}
      {shown === 'values' && settings.isPending && [0, 1, 2, 3].map((index) => <Bone key={index} height={64} />)}
      {shown === 'values' && settings.data && <SettingsForm settings={settings.data} />}
    </AdminPage>
  )
}
