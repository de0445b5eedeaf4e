import '@xyflow/react/dist/base.css'

import {
  Background,
  type Connection,
  ConnectionLineType,
  ConnectionMode,
  type Edge,
  MiniMap,
  type OnConnectEnd,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react'
import { type DragEvent, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useHotEdges } from './useHotEdges'
import { bandAt, lanesShown, snap } from '../layout/geometry'
import { type Point, SIZE } from '../layout/sizes'
import type { Change } from '../model/changes'
import { type Doc, type Kind, type Lane, type Position, type Selection, stateById } from '../model/definition'
import { meaningOf } from '../model/meaning'
import type { Severity } from '../model/places'
import { Lanes } from './Lanes'
import { type PadActions, StateNode, type StateNodeType } from './StateNode'
import { DRAG_TYPE, Palette, ViewTools } from './Tools'
import { useCanvasKeys } from './useCanvasKeys'
import { useDrawing } from './useDrawing'
import { WayEdge } from './WayEdge'
import classes from './Canvas.module.css'

const nodeTypes = { state: StateNode }
const edgeTypes = { way: WayEdge }
const NOTHING: ReadonlyMap<string, never> = new Map<string, never>()
const NONE = {}
const LEGIBLE = 0.66
const FIT = { padding: { top: '64px', bottom: '64px', left: '56px', right: '24px' }, maxZoom: 1, duration: 160 } as const

export interface Spot {
  lane: Lane
  position: Position
}

export interface CanvasEdits {
  pad: PadActions
  add: (kind: Kind, spot: Spot | null) => void
  move: (moves: ReadonlyMap<string, Spot>, tag?: string) => void
  connect: (fromId: string, toId: string) => void
  connectNew: (fromId: string, spot: Spot) => void
  reconnect: (transitionId: string, from: string, end: { source: string } | { target: string }) => void
  tidy: () => void
}

export interface CanvasProps {
  doc: Doc
  label: string
  selection: Selection
  severities?: ReadonlyMap<string, { severity: Severity }>
  changes?: ReadonlyMap<string, Change>
  /** Without it the drawing is only looked at. */
  edits?: CanvasEdits
  /** Keys of the states that the program relies on. */
  needed?: Readonly<Record<string, string>>
  /** A new number brings the selection into view. */
  reveal?: number
  onSelect: (selection: Selection) => void
  onOpen?: (selection: Selection) => void
  onAnnounce?: (text: string) => void
  children?: ReactNode
}

export default function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  )
}

function Drawing({ doc, label, selection, severities = NOTHING, changes = NOTHING, edits, needed = NONE, reveal = 0, onSelect, onOpen, onAnnounce, children }: CanvasProps) {
  const { t, i18n } = useTranslation()
  const flow = useReactFlow()
  const [asked, setAsked] = useState<ReadonlySet<Lane>>(new Set())
  const [dragged, setDragged] = useState<ReadonlyMap<string, Point>>(NOTHING)
  const [map, setMap] = useState(false)
  const [over, setOver] = useState<Lane | null>(null)
  const { geometry, boxes, lines } = useDrawing(doc, asked, dragged)
  const selectTransition = useCallback((id: string) => onSelect({ kind: 'transition', id }), [onSelect])
  const keys = useCanvasKeys({ doc, selection, geometry, edits, onSelect, onOpen, onAnnounce })

  const nodes = useMemo<StateNodeType[]>(
    () =>
      doc.states.map((state) => {
        const size = SIZE[state.kind]
        const selected = selection?.kind === 'state' && selection.id === state.id
        const box = boxes.get(state.id) ?? { x: 0, y: 0 }
        return {
          id: state.id,
          type: 'state',
          position: { x: box.x, y: box.y },
          ...size,
          measured: size,
          zIndex: selected ? 3 : 2,
          data: {
            state,
            meaning: meaningOf(doc, state, i18n.language) || t('workflow.noWayOut'),
            selected,
            severity: severities.get(state.id)?.severity ?? null,
            change: changes.get(state.id) ?? null,
            pad: edits?.pad ?? null,
            needed: state.key in needed,
          },
        }
      }),
    [doc, boxes, selection, severities, changes, edits?.pad, needed, i18n.language, t],
  )
  const edges = useHotEdges({ lines, selection, severities, changes, editable: edits !== undefined, onSelect: selectTransition })

  const fit = useCallback(() => void flow.fitView(FIT), [flow])
  // A large drawing opens legibly at its beginning instead of wholly and tiny.
  const begin = async () => {
    await flow.fitView({ ...FIT, duration: 0 })
    const { zoom, y } = flow.getViewport()
    const first = geometry.bands[0]
    const last = geometry.bands.at(-1)
    if (zoom >= LEGIBLE || !first || !last) return
    const middle = (last.y + last.height) / 2
    await flow.setViewport({ zoom: LEGIBLE, x: 40, y: Math.max(64, y + middle * zoom - middle * LEGIBLE) })
  }
  useEffect(() => {
    if (reveal === 0 || !selection) return
    const ids = selection.kind === 'state' ? [selection.id] : lines.filter((line) => line.arrow.transition.id === selection.id).flatMap((line) => [line.arrow.from, line.arrow.to])
    if (ids.length > 0) void flow.fitView({ ...FIT, nodes: ids.map((id) => ({ id })), maxZoom: Math.max(0.8, flow.getZoom()) })
    // Only when somebody asks to see it, not whenever the drawing changes.
  }, [reveal])

  const spotAt = (point: Point, kind: Kind): Spot | null => {
    const band = bandAt(geometry.bands, point.y)
    const size = SIZE[kind]
    if (!band) return { lane: 'agent', position: { x: snap(point.x), y: 32 } }
    return { lane: band.lane, position: { x: snap(point.x - size.width / 2), y: snap(Math.max(8, point.y - band.y - size.height / 2)) } }
  }
  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(DRAG_TYPE) as Kind | ''
    setOver(null)
    if (!kind || !edits) return
    event.preventDefault()
    edits.add(kind, spotAt(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), kind))
  }
  const onConnectEnd: OnConnectEnd = (event, state) => {
    if (!edits || state.isValid || !state.fromNode) return
    const { clientX, clientY } = 'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event
    const target = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('.react-flow__node')?.dataset.id
    // Anywhere on a shape is good enough to connect to it; the empty ground makes a new task.
    if (target) return target === state.fromNode.id ? undefined : edits.connect(state.fromNode.id, target)
    const spot = spotAt(flow.screenToFlowPosition({ x: clientX, y: clientY }), 'task')
    if (spot) edits.connectNew(state.fromNode.id, spot)
  }
  const drop = (id: string, point: Point) => {
    const state = stateById(doc, id)
    const size = state && SIZE[state.kind]
    const band = size && bandAt(geometry.bands, point.y + size.height / 2)
    if (band) edits?.move(new Map([[id, { lane: band.lane, position: { x: snap(point.x), y: snap(Math.max(8, point.y - band.y)) } }]]))
    setDragged(NOTHING)
    setOver(null)
  }

  return (
    <div
      className={classes.canvas}
      role="group"
      aria-label={label}
      aria-roledescription={t('workflow.canvas')}
      tabIndex={0}
      data-editing={edits ? true : undefined}
      onKeyDown={keys}
      onDrop={onDrop}
      onDragOver={(event) => {
        if (!edits || !event.dataTransfer.types.includes(DRAG_TYPE)) return
        event.preventDefault()
        setOver(bandAt(geometry.bands, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }).y)?.lane ?? null)
      }}
      onDragLeave={() => setOver(null)}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={() => void begin()}
        minZoom={0.15}
        maxZoom={2}
        connectionMode={ConnectionMode.Loose}
        connectionLineType={ConnectionLineType.SmoothStep}
        connectionRadius={28}
        isValidConnection={(each) => stateById(doc, each.target)?.kind !== 'start'}
        nodesDraggable={edits !== undefined}
        nodesConnectable={edits !== undefined}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zIndexMode="manual"
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        disableKeyboardA11y
        panOnScroll
        zoomOnDoubleClick={false}
        ariaLabelConfig={{ 'minimap.ariaLabel': t('workflow.map') }}
        onNodeClick={(_, node) => onSelect({ kind: 'state', id: node.id })}
        onNodeDoubleClick={(_, node) => onOpen?.({ kind: 'state', id: node.id })}
        onEdgeClick={(_, edge) => selectTransition((edge as Edge<{ line: (typeof lines)[number] }>).data?.line.arrow.transition.id ?? '')}
        onPaneClick={() => onSelect(null)}
        onNodeDragStart={(_, node) => onSelect({ kind: 'state', id: node.id })}
        onNodeDrag={(_, node) => {
          setDragged(new Map([[node.id, node.position]]))
          setOver(bandAt(geometry.bands, node.position.y + (node.height ?? 0) / 2)?.lane ?? null)
        }}
        onNodeDragStop={(_, node) => drop(node.id, node.position)}
        onConnect={(connection: Connection) => edits?.connect(connection.source, connection.target)}
        onConnectEnd={onConnectEnd}
        onReconnect={(edge, connection) => {
          const { arrow } = (edge as Edge<{ line: (typeof lines)[number] }>).data?.line ?? {}
          if (arrow) edits?.reconnect(arrow.transition.id, arrow.from, connection.source === arrow.from ? { target: connection.target } : { source: connection.source })
        }}
      >
        <Lanes bands={geometry.bands} over={over} />
        <Background gap={20} size={1} />
        {map && <MiniMap position="bottom-right" pannable zoomable nodeBorderRadius={6} style={{ width: 168, height: 108, marginBottom: 24 }} />}
        <ViewTools map={map} onMap={() => setMap(!map)} onFit={fit} />
        {edits && (
          <Palette
            hasStart={doc.states.some((state) => state.kind === 'start')}
            shown={lanesShown(doc, asked)}
            used={new Set(doc.states.map((state) => state.lane))}
            onAdd={(kind) => edits.add(kind, null)}
            onLane={(lane) => setAsked(new Set(asked.has(lane) ? [...asked].filter((each) => each !== lane) : [...asked, lane]))}
            onTidy={() => {
              edits.tidy()
              requestAnimationFrame(fit)
            }}
          />
        )}
        {children}
      </ReactFlow>
    </div>
  )
}
