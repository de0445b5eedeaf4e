import { Select, Switch, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { CalendarContent } from '~/api/models'
import { Facts } from '~/ui/Facts'
import { Section } from '~/ui/Section'
import { zones, zoneWord } from './zone'

interface Props {
  content: CalendarContent
  editable: boolean
  problems: Record<string, string>
  onChange: (content: CalendarContent) => void
}

/** What holds for the whole calendar: its name, its zone, and how it takes the nation's holidays. */
export function Settings({ content, editable, problems, onChange }: Props) {
  const { t } = useTranslation()
  const data = useMemo(() => zones().map((zone) => ({ value: zone, label: zoneWord(zone) === zone ? zone : `${zoneWord(zone)} (${zone})` })), [])
  if (!editable) {
    return (
      <Section title={t('calendars.settings')}>
        <Facts
          facts={[
            [t('calendars.zone'), `${zoneWord(content.zone)} (${content.zone})`],
            [t('calendars.region'), content.region ? t('common.yes') : t('common.no')],
            [t('calendars.joint'), content.joint_leave_works ? t('common.yes') : t('common.no')],
          ]}
        />
      </Section>
    )
  }
  return (
    <Section title={t('calendars.settings')}>
      <div style={{ display: 'grid', gap: 12 }}>
        <TextInput
          label={t('calendars.titleId')}
          maxLength={80}
          value={content.title.id}
          error={problems['content.title.id']}
          onChange={(event) => onChange({ ...content, title: { ...content.title, id: event.currentTarget.value } })}
        />
        <TextInput
          label={t('calendars.titleEn')}
          placeholder={t('calendars.sameAsName')}
          maxLength={80}
          value={content.title.en}
          error={problems['content.title.en']}
          onChange={(event) => onChange({ ...content, title: { ...content.title, en: event.currentTarget.value } })}
        />
        <Select
          label={t('calendars.zone')}
          data={data}
          value={content.zone}
          error={problems['content.zone']}
          searchable
          limit={60}
          nothingFoundMessage={t('calendars.zoneNothing')}
          onChange={(zone) => zone && onChange({ ...content, zone })}
        />
        <Switch
          label={t('calendars.region')}
          description={t('calendars.regionText')}
          checked={content.region !== null}
          onChange={(event) => onChange({ ...content, region: event.currentTarget.checked ? 'ID' : null })}
        />
        <Switch
          label={t('calendars.joint')}
          description={t('calendars.jointText')}
          checked={content.joint_leave_works}
          onChange={(event) => onChange({ ...content, joint_leave_works: event.currentTarget.checked })}
        />
      </div>
    </Section>
  )
}
