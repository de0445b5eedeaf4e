import { NumberInput, type NumberInputProps } from '@mantine/core'

/** An amount in rupiah. */
export function Amount(props: NumberInputProps) {
  return (
    <NumberInput
      hideControls
      prefix="Rp "
      thousandSeparator="."
      decimalSeparator=","
      decimalScale={2}
      allowNegative={false}
      min={0}
      max={9_999_999_999_999}
      {...props}
    />
  )
}

/** As the server takes it; nothing where nothing was typed. */
export const asAmount = (value: string | number) => (value === '' ? null : String(value))

/** As a field shows it: without cents where there are none. */
export const fieldAmount = (value: string | null | undefined) => (value ? Number(value) : '')
