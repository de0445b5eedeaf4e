import { ActionIcon, Button, NativeSelect, NumberInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Section } from '~/ui/Section'
import type { LevelContent, Rung } from './query'
import classes from './setup.module.css'

interface Props {
  content: LevelContent
  editable: boolean
  problems: Record<string, string>
  onChange: (content: LevelContent) => void
}

const MOST = 12

/** Who is told, or is handed the case, as its time runs out. */
export function Ladder({ content, editable, problems, onChange }: Props) {
  const { t } = useTranslation()
  const words = useRungWords()
  const set = (index: number, part: Partial<Rung>) => onChange({ ...content, ladder: content.ladder.map((rung, at) => (at === index ? { ...rung, ...part } : rung)) })
  return (
    <Section title={t('levels.ladder')}>
      <ol className={classes.rungs}>
        {content.ladder.map((rung, index) => {
          const wrong = Object.entries(problems).find(([field]) => field.startsWith(`content.ladder.${index}.`) || field === `content.ladder.${index}`)?.[1]
          return (
            <li key={index}>
              {editable ? (
                <>
                  <div className={classes.rung}>
                    <NumberInput size="xs" aria-label={t('levels.percent')} suffix=" %" min={1} max={500} hideControls value={rung.percent} onChange={(value) => set(index, { percent: Number(value) || 1 })} />
                    <NumberInput
                      size="xs"
                      aria-label={t('levels.workingDays')}
                      prefix="+ "
                      suffix={` ${t('levels.daysShort')}`}
                      min={0}
                      max={30}
                      hideControls
                      value={rung.working_days}
                      onChange={(value) => set(index, { working_days: Number(value) || 0 })}
                    />
                    <ActionIcon aria-label={`${t('levels.removeRung')}: ${words(rung)}`} onClick={() => onChange({ ...content, ladder: content.ladder.filter((_, at) => at !== index) })}>
                      <IconX size={15} />
                    </ActionIcon>
                    <NativeSelect
                      size="xs"
                      aria-label={t('levels.act')}
                      value={rung.act}
                      data={(['NOTIFY', 'REASSIGN'] as const).map((value) => ({ value, label: t(`levels.acts.${value}`) }))}
                      onChange={(event) => set(index, { act: event.currentTarget.value as Rung['act'] })}
                    />
                    <NativeSelect
                      size="xs"
                      aria-label={t('levels.level')}
                      value={String(rung.level)}
                      data={([1, 2, 3] as const).map((value) => ({ value: String(value), label: t(`levels.persons.L${value}`) }))}
                      onChange={(event) => set(index, { level: Number(event.currentTarget.value) })}
                    />
                  </div>
                  {wrong && <p className={classes.wrong}>{wrong}</p>}
                </>
              ) : (
                words(rung)
              )}
            </li>
          )
        })}
      </ol>
      {content.ladder.length === 0 && <p className="muted">{t('levels.noLadder')}</p>}
      {editable && content.ladder.length < MOST && (
        <Button
          mt={8}
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange({ ...content, ladder: [...content.ladder, { percent: content.ladder.at(-1)?.percent ?? 80, working_days: 0, level: content.ladder.at(-1)?.level ?? 1, act: 'NOTIFY' }] })}
        >
          {t('levels.addRung')}
        </Button>
      )}
    </Section>
  )
}

/** `100 % + 1 hari kerja: alihkan ke kepala cabang atau unit`. */
export function useRungWords() {
  const { t } = useTranslation()
  return (rung: Rung) => {
    const days = rung.working_days ? ` + ${t('levels.daysLater', { count: rung.working_days })}` : ''
    return `${rung.percent} %${days}: ${t(`levels.acts.${rung.act ?? 'NOTIFY'}`)} ${t(`levels.persons.L${rung.level as 1}`).toLowerCase()}`
  }
}
