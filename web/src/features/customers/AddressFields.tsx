import { Checkbox, Fieldset, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import classes from './AddressFields.module.css'

export const ADDRESS_PARTS = ['street', 'rt', 'rw', 'kelurahan', 'kecamatan', 'city', 'province', 'postcode'] as const
export type AddressParts = Partial<Record<(typeof ADDRESS_PARTS)[number], string>>

interface Props {
  /** Undefined while the address stays as it is. */
  value?: AddressParts
  onChange: (value: AddressParts | undefined) => void
  error?: string
}

/** Only the parts that were filled in; none of them means that the address stays. */
export function filledParts(value: AddressParts | undefined): AddressParts | undefined {
  const filled = Object.entries(value ?? {}).flatMap(([part, text]) => (text.trim() ? [[part, text.trim()]] : []))
  return filled.length > 0 ? (Object.fromEntries(filled) as AddressParts) : undefined
}

export function AddressFields({ value, onChange, error }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Checkbox label={t('customers.addressChanged')} checked={value !== undefined} onChange={(event) => onChange(event.currentTarget.checked ? {} : undefined)} />
      {value && (
        <Fieldset legend={t('customers.fields.home_address')} className={classes.parts} p={12}>
          {ADDRESS_PARTS.map((part) => (
            <TextInput
              key={part}
              className={classes[part]}
              label={t(`customers.addressParts.${part}`)}
              value={value[part] ?? ''}
              onChange={(event) => onChange({ ...value, [part]: event.currentTarget.value })}
              inputMode={part === 'rt' || part === 'rw' || part === 'postcode' ? 'numeric' : undefined}
              error={part === 'street' ? error : undefined}
            />
          ))}
        </Fieldset>
      )}
    </>
  )
}
