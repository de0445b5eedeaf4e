import { createEvent, fireEvent } from '@testing-library/react'
import { expect, it } from 'vitest'

import { refuseStrayFiles } from './strayFiles'

refuseStrayFiles()

function over(element: Element, types: string[]) {
  const dataTransfer = { types, dropEffect: 'copy' }
  const event = createEvent.dragOver(element, { dataTransfer })
  fireEvent(element, event)
  return [event.defaultPrevented, dataTransfer.dropEffect]
}

it('refuses files beside the place that takes them, and leaves other things alone', () => {
  const zone = document.body.appendChild(document.createElement('div'))
  zone.addEventListener('dragover', (event) => event.preventDefault())
  expect(over(document.body, ['Files'])).toEqual([true, 'none'])
  expect(over(zone, ['Files'])).toEqual([true, 'copy'])
  expect(over(document.body, ['text/plain'])).toEqual([false, 'copy'])
})
