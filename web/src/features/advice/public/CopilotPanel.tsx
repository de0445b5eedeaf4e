import '../texts/id/nextActions'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { copilotQuery } from '../query'
import classes from '../advice.module.css'

/** What to know about a customer in half a minute, each line with its reason. */
export function CopilotPanel({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const found = useQuery(copilotQuery(customerId))
  return (
    <Section title={t('nextActions.copilot')}>
      {found.isError && !found.data ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Bone height={180} />
      ) : (
        <>
          <dl className={classes.lines}>
            {found.data.lines.map((line) => (
              <div key={line.key}>
                <dt>{line.label}</dt>
                <dd>
                  <span data-tone={line.tone}>
                    {line.address ? (
                      <Link to={line.address as '/'} preload={false}>
                        {line.text}
                      </Link>
                    ) : (
                      line.text
                    )}
                  </span>
                  <span className={classes.why}>{line.why}</span>
                </dd>
              </div>
            ))}
          </dl>
          {found.data.events.length > 0 && (
            <ul className={classes.events} aria-label={t('nextActions.events')}>
              {found.data.events.map((event) => (
                <li key={event.event_id}>
                  {event.title} <span className="muted"><Ago at={event.occurred_at} /></span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Section>
  )
}
