import { useNavigate } from '@tanstack/react-router'

import { Board } from '../pages/Board'

export default function BoardRoute() {
  const navigate = useNavigate()
  return <Board onOpen={(assignee) => void navigate({ to: '/cases', search: { view: 'queue', assignee } })} />
}
