import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { Facts } from '~/ui/Facts'
import { Section } from '~/ui/Section'
import type { LevelContent } from './query'
import classes from './setup.module.css'
import { useNames } from './useNames'

interface Props {
  content: LevelContent
  editable: boolean
  problems: Record<string, string>
  onChange: (content: LevelContent) => void
}

const NONE = '-'

/** What the hours are counted in: the calendar, the law beside it, and how long a case may wait for its customer. */
export function Terms({ content, editable, problems, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const names = useNames()
  const language = i18n.language === 'en' ? 'en' : 'id'
  const laws = names.legal.filter((each, index, all) => all.findIndex((other) => other.key === each.key) === index)
  return (
    <Section title={t('levels.terms')}>
      {editable ? (
        <div className={classes.form}>
          <Select
            label={t('levels.calendar')}
            data={names.calendars.map((each) => ({ value: each.key, label: each.title[language] }))}
            value={content.calendar || null}
            error={problems['content.calendar']}
            onChange={(calendar) => calendar && onChange({ ...content, calendar })}
          />
          <Select
            label={t('levels.legal')}
            data={[{ value: NONE, label: t('levels.legalNone') }, ...laws.map((each) => ({ value: each.key, label: each.title }))]}
            value={content.legal_rules ?? NONE}
            error={problems['content.legal_rules']}
            onChange={(key) => onChange({ ...content, legal_rules: key === NONE ? null : key })}
          />
          <NumberInput
            label={t('levels.pauseCap')}
            description={t('levels.pauseCapText')}
            suffix={` ${t('levels.hoursWord')}`}
            min={0}
            max={2160}
            hideControls
            value={content.pause_cap_hours}
            error={problems['content.pause_cap_hours']}
            onChange={(value) => onChange({ ...content, pause_cap_hours: Number(value) || 0 })}
          />
        </div>
      ) : (
        <Facts
          facts={[
            [t('levels.calendar'), names.calendar(content.calendar)],
            [t('levels.legal'), content.legal_rules ? names.law(content.legal_rules) : t('levels.legalNone')],
            [t('levels.pauseCap'), t('levels.hours', { count: content.pause_cap_hours })],
          ]}
        />
      )}
    </Section>
  )
}
