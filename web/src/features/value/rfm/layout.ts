/* Where the bands of a flow chart lie: two columns of blocks, as high as they have customers, joined by bands. */

export interface Flow {
  from: string
  to: string
  size: number
}

export interface Block {
  key: string
  size: number
  top: number
  height: number
}

export interface Band {
  from: string
  to: string
  size: number
  left: number
  right: number
  height: number
}

const GAP = 8
const THIN = 1.5

/** The blocks of both columns and the bands between them; `order` is that of the blocks from top to bottom. */
export function flowLayout(flows: readonly Flow[], order: readonly string[], height: number) {
  const total = flows.reduce((sum, flow) => sum + flow.size, 0)
  const column = (side: 'from' | 'to') => {
    const sizes = order.flatMap((key) => {
      const size = flows.filter((flow) => flow[side] === key).reduce((sum, flow) => sum + flow.size, 0)
      return size > 0 ? [{ key, size }] : []
    })
    const scale = total > 0 ? (height - GAP * (sizes.length - 1)) / total : 0
    let top = 0
    const blocks = sizes.map((each): Block => {
      const block = { ...each, top, height: each.size * scale }
      top += block.height + GAP
      return block
    })
    return { blocks, scale }
  }
  const [from, to] = [column('from'), column('to')]
  const scale = Math.min(from.scale, to.scale)
  const used = { from: new Map<string, number>(), to: new Map<string, number>() }
  const place = (side: 'from' | 'to', key: string, size: number) => {
    const block = (side === 'from' ? from : to).blocks.find((each) => each.key === key)
    const before = used[side].get(key) ?? 0
    used[side].set(key, before + size)
    return (block?.top ?? 0) + before * (side === 'from' ? from.scale : to.scale)
  }
  const rank = (key: string) => order.indexOf(key)
  const bands = [...flows]
    .filter((flow) => flow.size > 0)
    .sort((one, other) => rank(one.from) - rank(other.from) || rank(one.to) - rank(other.to))
    .map(
      (flow): Band => ({
        ...flow,
        left: place('from', flow.from, flow.size),
        right: place('to', flow.to, flow.size),
        height: Math.max(THIN, flow.size * scale),
      }),
    )
  return { left: from.blocks, right: to.blocks, bands }
}
