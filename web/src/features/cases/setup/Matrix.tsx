import { ActionIcon, Select, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { newRule } from './content'
import { HoursInput } from './HoursInput'
import { type LevelContent, PRIORITIES, type Priority } from './query'
import classes from './setup.module.css'
import { useNames } from './useNames'

interface Props {
  content: LevelContent
  editable: boolean
  problems: Record<string, string>
  onChange: (content: LevelContent) => void
}

const FIELDS = ['first_response_hours', 'resolution_hours'] as const

/** Hours by category and priority: how long until the first response, and until the final one. */
export function Matrix({ content, editable, problems, onChange }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const used = new Set(content.rules.map((rule) => rule.category))
  const free = names.categories.filter((each) => each.is_active && !used.has(each.code))
  const set = (index: number, priority: Priority, field: (typeof FIELDS)[number], hours: number) =>
    onChange({
      ...content,
      rules: content.rules.map((rule, at) =>
        at === index ? { ...rule, targets: { ...rule.targets, [priority]: { first_response_hours: 1, resolution_hours: 1, ...rule.targets[priority], [field]: hours } } } : rule,
      ),
    })
  return (
    <div className={classes.around}>
      {content.rules.length > 0 && (
        <table className={classes.matrix}>
          <caption className={classes.caption}>{t('levels.matrixText')}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('levels.category')}
              </th>
              {PRIORITIES.map((priority) => (
                <th key={priority} scope="colgroup" colSpan={2}>
                  {t(`levels.priorities.${priority}`)}
                </th>
              ))}
              {editable && <td rowSpan={2} />}
            </tr>
            <tr>
              {PRIORITIES.map((priority) => FIELDS.map((field) => <th key={priority + field} scope="col">{t(`levels.short.${field}`)}</th>))}
            </tr>
          </thead>
          <tbody>
            {content.rules.map((rule, index) => (
              <tr key={rule.category}>
                <th scope="row" title={names.category(rule.category)}>
                  {names.category(rule.category)}
                  <span className={classes.code}>{rule.category}</span>
                </th>
                {PRIORITIES.map((priority) =>
                  FIELDS.map((field) => (
                    <td key={priority + field} data-priority={t(`levels.priorities.${priority}`)} data-field={field}>
                      <HoursInput
                        label={t(`levels.cell.${field}`, { category: names.category(rule.category), priority: t(`levels.priorities.${priority}`) })}
                        value={rule.targets[priority]?.[field] ?? 0}
                        error={problems[`content.rules.${index}.targets.${priority}.${field}`] ?? problems[`content.rules.${index}.targets.${priority}`]}
                        disabled={!editable}
                        onChange={(hours) => set(index, priority, field, hours)}
                      />
                    </td>
                  )),
                )}
                {editable && (
                  <td className={classes.end}>
                    <Tooltip label={t('levels.removeRule')}>
                      <ActionIcon
                        aria-label={`${t('levels.removeRule')}: ${names.category(rule.category)}`}
                        onClick={() => onChange({ ...content, rules: content.rules.filter((_, at) => at !== index) })}
                      >
                        <IconX size={15} />
                      </ActionIcon>
                    </Tooltip>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {content.rules.length === 0 && <p className="muted">{t('levels.noRules')}</p>}
      {editable && free.length > 0 && (
        <Select
          key={used.size}
          mt={12}
          w={320}
          maw="100%"
          aria-label={t('levels.addRule')}
          placeholder={t('levels.addRule')}
          searchable
          data={free.map((each) => ({ value: each.code, label: each.name }))}
          value={null}
          onChange={(code) => code && onChange({ ...content, rules: [...content.rules, newRule(code, free.find((each) => each.code === code)?.default_sla_hours ?? 72)] })}
        />
      )}
    </div>
  )
}
