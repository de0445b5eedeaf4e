import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleMinus, IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Address, Customer, Customer360 } from '~/api/models'
import { useCodes } from '~/features/customers/public/codes'
import { MaskedValue } from '~/features/customers/public/MaskedValue'
import { date } from '~/lib/format'
import { useLabel } from '~/lib/labels'
import { Chip } from '~/ui/Chip'
import { Facts } from '~/ui/Facts'
import { Section } from '~/ui/Section'
import { Ago } from '~/ui/Time'
import classes from './Identity.module.css'

interface Props {
  data: Customer360
  /** Opens what a data steward does with numbers. */
  onManage?: () => void
}

const LABELS = 68
const IDENTIFIERS = ['CIF', 'NIK', 'ACCOUNT_NO', 'METER_NO', 'MEMBER_NO']

/** Always the same order, so that the eye finds a line without reading; what the order does not know comes last. */
function inOrder<T>(items: readonly T[], order: readonly string[], key: (item: T) => string): T[] {
  const place = (item: T) => (order.indexOf(key(item)) + order.length + 1) % (order.length + 1)
  return [...items].sort((a, b) => place(a) - place(b))
}

export function Identity({ data, onManage }: Props) {
  const { t } = useTranslation()
  const label = useLabel()
  const { customer, can } = data
  // To a role that sees everything a gap means that nothing is recorded; to the others it would say what it does not.
  const whole = data.tabs.length > 0
  const masked = (field: string, name: string, value: string | null) => (
    <MaskedValue customerId={customer.customer_id} field={field} label={name} masked={value} canReveal={can.reveal} />
  )
  return (
    <Section
      title={t('record.identity')}
      aside={
        onManage && (
          <Button variant="subtle" size="compact-xs" onClick={onManage}>
            {t('customers.numbers.manage')}
          </Button>
        )
      }
    >
      <Facts
        labelWidth={LABELS}
        facts={[
          ...inOrder(customer.identifiers, IDENTIFIERS, (each) => each.id_type).map<[string, React.ReactNode]>((each) => {
            const name = label('customers.identifiers', each.id_type)
            return [
              name,
              <MaskedValue
                customerId={customer.customer_id}
                field={each.identifier_id}
                label={name}
                masked={each.masked}
                canReveal={can.reveal}
                after={
                  each.verified_at && (
                    <span title={t('customers.verified', { date: date(each.verified_at) })} className={classes.verified}>
                      <IconRosetteDiscountCheck size={15} aria-hidden />
                      <span className="visually-hidden">{t('customers.verified', { date: date(each.verified_at) })}</span>
                    </span>
                  )
                }
              />,
            ]
          }),
          ...(customer.birth_date_masked
            ? [[t('record.born'), masked('birth_date', t('customers.fields.birth_date'), customer.birth_date_masked)] as [string, React.ReactNode]]
            : []),
          ...(customer.phone_masked || whole
            ? [[t('customers.fields.phone_e164'), masked('phone_e164', t('customers.fields.phone_e164'), customer.phone_masked)] as [string, React.ReactNode]]
            : []),
          ...(customer.email_masked || whole
            ? [[t('customers.fields.email'), masked('email', t('customers.fields.email'), customer.email_masked)] as [string, React.ReactNode]]
            : []),
        ]}
      />
    </Section>
  )
}

export function Background({ customer, onMove }: { customer: Customer; onMove?: () => void }) {
  const { t } = useTranslation()
  const label = useLabel()
  const preferred = [
    customer.preferred_language && label('customers.languages', customer.preferred_language),
    customer.preferred_channel && label('customers.channels', customer.preferred_channel),
  ].filter(Boolean)
  return (
    <Section
      title={t('record.contact')}
      aside={
        onMove && (
          <Button variant="subtle" size="compact-xs" onClick={onMove}>
            {t('customers.move.open')}
          </Button>
        )
      }
    >
      <Facts
        labelWidth={LABELS}
        facts={[
          [t('record.rm'), customer.rm ? customer.rm.full_name : <span className="muted">{t('record.noRm')}</span>],
          [t('record.branch'), customer.branch ? `${customer.branch.name} (${customer.branch.code})` : '–'],
          ...(preferred.length > 0 ? [[t('record.preferred'), preferred.join(', ')] as [string, React.ReactNode]] : []),
          ...customer.addresses.map<[string, React.ReactNode]>((address) => [label('record.addresses', address.kind), <AddressLines address={address} />]),
          ...(customer.tags.length > 0
            ? [
                [
                  t('record.tags'),
                  <span className={classes.tags}>
                    {customer.tags.map((tag) => (
                      <Chip key={tag}>{tag}</Chip>
                    ))}
                  </span>,
                ] as [string, React.ReactNode],
              ]
            : []),
          ...(customer.source_system
            ? [
                [
                  t('record.source'),
                  <span className="muted">
                    {customer.source_system}
                    {customer.synced_at && (
                      <>
                        {', '}
                        {t('record.synced')} <Ago at={customer.synced_at} />
                      </>
                    )}
                  </span>,
                ] as [string, React.ReactNode],
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function AddressLines({ address }: { address: Address }) {
  const { t } = useTranslation()
  const label = useLabel()
  return (
    <>
      {address.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{[address.city, address.postcode].filter(Boolean).join(' ')}</p>
      {address.latitude !== null && address.longitude !== null && (
        <p className={classes.coordinates} title={address.coordinate_source ? t('record.coordinateSource', { source: label('record.coordinateSources', address.coordinate_source) }) : undefined}>
          {Number(address.latitude).toFixed(5)}, {Number(address.longitude).toFixed(5)}
        </p>
      )}
    </>
  )
}

export function Products({ products }: { products: Customer360['products'] }) {
  const { t } = useTranslation()
  const codes = useCodes('PRODUCT')
  const dates = new Set(products.map((each) => each.as_of))
  const [common] = dates.size === 1 ? [...dates] : []
  if (products.length === 0) return null
  return (
    <Section title={t('record.products')} aside={common && <span className={classes.asOf}>{t('record.asOf', { date: date(common) })}</span>}>
      <ul>
        {inOrder(products, codes.order, (each) => each.product).map((each) => (
          <li key={each.product} className={classes.product} data-held={each.held || undefined}>
            {each.held ? <IconCircleCheck size={15} aria-hidden /> : <IconCircleMinus size={15} aria-hidden />}
            <span>{codes.name(each.product)}</span>
            <span className={classes.asOf}>
              {each.held ? t('record.held') : t('record.notHeld')}
              {each.as_of && !common && <span className="num"> {t('record.asOf', { date: date(each.as_of) })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
