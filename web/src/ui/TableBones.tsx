import { Bone } from './Bone'

/** The rows of a table that is still being fetched, of its own geometry. */
export function BoneRows({ columns, rows = 4 }: { columns: readonly string[]; rows?: number }) {
  return Array.from({ length: rows }, (_, index) => (
    <tr key={index} aria-hidden>
      {columns.map((column) => (
        <td key={column}>
          <Bone width={`${50 + ((index * 13 + column.length * 7) % 40)}%`} />
        </td>
      ))}
    </tr>
  ))
}
