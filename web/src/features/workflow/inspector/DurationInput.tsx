import { NumberInput, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { inUnits, SECONDS, type Unit, UNITS } from '../model/duration'
import classes from './Inspector.module.css'

interface Props {
  seconds: number
  units?: readonly Unit[]
  onChange: (seconds: number) => void
}

/** How long, as an amount and a unit; the unit stays as it was chosen. */
export function DurationInput({ seconds, units = UNITS, onChange }: Props) {
  const { t } = useTranslation()
  const [unit, setUnit] = useState<Unit>(() => inUnits(seconds, units).unit)
  useEffect(() => {
    if (!units.includes(unit) || seconds % SECONDS[unit] !== 0) setUnit(inUnits(seconds, units).unit)
  }, [seconds, unit, units])
  return (
    <div className={classes.amount}>
      <NumberInput
        label={t('workflow.howLong')}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="blur"
        value={seconds / SECONDS[unit]}
        onChange={(amount) => Number(amount) > 0 && onChange(Number(amount) * SECONDS[unit])}
      />
      <Select
        aria-label={t('workflow.unit')}
        data={units.map((each) => ({ value: each, label: t(`workflow.units.${each}`) }))}
        value={unit}
        onChange={(next) => {
          if (!next) return
          const amount = seconds / SECONDS[unit]
          setUnit(next as Unit)
          onChange(amount * SECONDS[next as Unit])
        }}
      />
    </div>
  )
}
