import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Section } from '~/ui/Section'
import { SidePanel } from '~/ui/SidePanel'
import { useSpan } from '../useSpan'
import type { CaseClock } from '../model'
import bars from './clocks.module.css'

interface Props {
  clocks: readonly CaseClock[]
  onClose: () => void
}

/** Why each clock is due when it is: every stretch that was counted, waited or stopped, and what changed it. */
export function WhyPanel({ clocks, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <SidePanel label={t('cases.whyTitle')} title={t('cases.whyTitle')} onClose={onClose}>
      <div className={bars.whyBody}>
        {clocks.map((clock) => (
          <Why key={clock.clock} clock={clock} />
        ))}
      </div>
    </SidePanel>
  )
}

function Why({ clock }: { clock: CaseClock }) {
  const { t } = useTranslation()
  const span = useSpan(clock.clock === 'LEGAL')
  return (
    <Section title={t(`cases.clocks.${clock.clock as 'LEGAL'}`)} aside={<span className="muted num">{t('cases.clock.target', { span: span(clock.target) })}</span>}>
      <p className="muted">
        {clock.policy} · {clock.calendar.name}
      </p>
      <ol className={bars.lines}>
        {clock.lines.map((line, index) => (
          <li key={index} data-kind={line.kind}>
            <span className="num">{dateTime(line.at)}</span>
            <span>{line.text}</span>
            <span className="num">{line.counted > 0 ? `+${span(line.counted)}` : ''}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
