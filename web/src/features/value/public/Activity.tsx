import '../texts/id/value'

import { useTranslation } from 'react-i18next'

import type { Account, Activity as ActivityData } from '~/api/models'
import { count, date, money, moneyShort, month } from '~/lib/format'
import { Section } from '~/ui/Section'
import classes from './Activity.module.css'

export function Activity({ activity }: { activity: ActivityData }) {
  const { t } = useTranslation()
  const { currency } = activity
  const most = Math.max(1, ...activity.series.flatMap((each) => [Number(each.in), Number(each.out)]))
  // Twelve labels do not fit under twelve bars: every other one, the newest always.
  const every = activity.series.length > 8 ? 2 : 1
  const height = (amount: number | string) => `${Math.max(Number(amount) > 0 ? 2 : 0, (Number(amount) / most) * 100)}%`
  return (
    <Section title={t('value.title')} aside={<span className={classes.period}>{t('value.ninetyDays')}</span>}>
      <dl className={classes.figures}>
        <div>
          <dt>
            <span className={classes.dot} data-kind="in" />
            {t('value.moneyIn')}
          </dt>
          <dd title={money(activity.money_in_90d, currency)}>{moneyShort(activity.money_in_90d, currency)}</dd>
        </div>
        <div>
          <dt>
            <span className={classes.dot} data-kind="out" />
            {t('value.moneyOut')}
          </dt>
          <dd title={money(activity.money_out_90d, currency)}>{moneyShort(activity.money_out_90d, currency)}</dd>
        </div>
        <div>
          <dt>{t('value.transactions')}</dt>
          <dd>{count(activity.transactions_90d)}</dd>
        </div>
      </dl>
      {most === 1 ? (
        <p className="muted">{t('value.noActivity')}</p>
      ) : (
        <ul className={classes.bars} aria-label={t('value.perMonth')}>
          {activity.series.map((each, index) => {
            const words = `${month(each.month)}: ${t('value.in')} ${money(each.in, currency)}, ${t('value.out')} ${money(each.out, currency)}`
            return (
              <li key={each.month} className={classes.month} title={words}>
                <span className={classes.pair} aria-hidden>
                  <span className={classes.bar} data-kind="in" style={{ height: height(each.in) }} />
                  <span className={classes.bar} data-kind="out" style={{ height: height(each.out) }} />
                </span>
                <span className={classes.label} aria-hidden>
                  {(activity.series.length - 1 - index) % every === 0 && month(each.month)}
                </span>
                <span className="visually-hidden">{words}</span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

export function Accounts({ accounts }: { accounts: Account[] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('value.accounts')}>
      {accounts.length === 0 && <p className="muted">{t('value.noAccounts')}</p>}
      <ul>
        {accounts.map((account) => (
          <li key={`${account.account_hint_masked}${account.currency}`} className={classes.account}>
            <span className="num">{account.account_hint_masked}</span>
            <span className={classes.balance}>
              <span className="num">{account.last_balance === null ? '–' : money(account.last_balance, account.currency)}</span>
              <span className={classes.at}>{t('value.balanceAt', { date: date(account.last_at) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
