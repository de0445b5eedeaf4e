import { Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Move } from '../model'
import { MoveIcon } from './MoveIcon'

interface Props {
  moves: readonly Move[]
  undo: boolean
  busy: boolean
  onMove: (move: Move) => void
  onUndo: () => void
}

/** As many as stand beside each other without crowding the head. */
const MOST = 3

/** Exactly the moves that are offered now; the one that leads on is the first choice, and many of them stand in a menu. */
export function MoveButtons({ moves, undo, busy, onMove, onUndo }: Props) {
  const { t } = useTranslation()
  const ahead = moves.find((move) => move.needs.length === 0)
  const others = moves.filter((move) => move !== ahead)
  return (
    <>
      {undo && (
        <Button
          variant="subtle"
          leftSection={<IconArrowBackUp size={15} />}
          disabled={busy}
          onClick={onUndo}
        >
          {t('common.undo')}
        </Button>
      )}
      {others.length > MOST ? (
        <Menu withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} />} disabled={busy}>
              {t('sales.otherMoves')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((move) => (
              <Menu.Item
                key={move.transition}
                leftSection={<MoveIcon move={move} />}
                onClick={() => onMove(move)}
              >
                {move.title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        others.map((move) => (
          <Button
            key={move.transition}
            variant="default"
            leftSection={<MoveIcon move={move} />}
            disabled={busy}
            onClick={() => onMove(move)}
          >
            {move.title}
          </Button>
        ))
      )}
      {ahead && (
        <Button disabled={busy} onClick={() => onMove(ahead)}>
          {ahead.title}
        </Button>
      )}
    </>
  )
}
