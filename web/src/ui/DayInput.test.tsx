import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'

import { show } from '~/test/render'
import { DayInput } from './DayInput'
import { UNREADABLE } from './unreadable'

function Field() {
  const [day, setDay] = useState<string | null>('2026-11-22')
  return (
    <>
      <DayInput label="Sampai" maxDate="2027-01-31" value={day} onChange={(next) => setDay(next as string | null)} />
      <button type="button" onClick={() => setDay('2026-12-22')}>
        30 hari
      </button>
      <output>{day}</output>
    </>
  )
}

it('refuses what is no day until a day is typed or chosen beside it', async () => {
  const user = userEvent.setup()
  show(<Field />)
  const field = screen.getByLabelText('Sampai')
  await user.clear(field)
  await user.type(field, '99-99-2026')
  await user.tab()
  expect(await screen.findByText(/^Tanggal ini tidak dikenali\./)).toBeVisible()
  expect(field).toHaveAttribute(UNREADABLE)
  expect(screen.getByRole('status')).toBeEmptyDOMElement()

  await user.click(screen.getByRole('button', { name: '30 hari' }))
  expect(field).toHaveValue('22-12-2026')
  expect(field).not.toHaveAttribute(UNREADABLE)
  expect(screen.queryByText(/^Tanggal ini tidak dikenali\./)).toBeNull()

  await user.clear(field)
  await user.type(field, '01-03-2027')
  await user.tab()
  expect(await screen.findByText('Paling lambat 31 Jan 2027.')).toBeVisible()
  await user.clear(field)
  await user.type(field, '15-01-2027')
  expect(field).not.toHaveAttribute(UNREADABLE)
  expect(screen.getByRole('status')).toHaveTextContent('2027-01-15')
})
