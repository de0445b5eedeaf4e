import { useForm } from '@mantine/form'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { show } from '~/test/render'
import { NamedKey } from './NamedKey'

const WORDS = { id: 'Nama', en: 'Nama Inggris', sameName: 'Sama', key: 'Kode', keyText: 'Tetap' }

function Form({ named }: { named?: boolean }) {
  const form = useForm({ initialValues: { copy_of: '', id: '', en: '', key: named ? 'loket' : '' } })
  return (
    <form>
      <NamedKey form={form} words={WORDS} named={named} />
      <output>{form.values.key}</output>
    </form>
  )
}

it('makes the key of the name until somebody writes another', async () => {
  const user = userEvent.setup()
  show(<Form />)
  await user.type(screen.getByLabelText('Nama'), 'Loket Sabtu')
  expect(screen.getByLabelText('Kode')).toHaveValue('loket-sabtu')
  await user.clear(screen.getByLabelText('Kode'))
  await user.type(screen.getByLabelText('Kode'), 'akhir-pekan')
  await user.type(screen.getByLabelText('Nama'), ' (WITA)')
  expect(screen.getByRole('status')).toHaveTextContent(/^akhir-pekan$/)
})

it('leaves the key of a record that has one', async () => {
  const user = userEvent.setup()
  show(<Form named />)
  await user.type(screen.getByLabelText('Nama'), 'Loket Minggu')
  expect(screen.queryByLabelText('Kode')).toBeNull()
  expect(screen.getByRole('status')).toHaveTextContent(/^loket$/)
})
