import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { LeafFields } from './LeafFields'
import type { Block, Leaf } from './query'
import classes from './templates.module.css'
import { TokenField } from './TokenField'

interface Props {
  block: Block
  place: string
  errors: Record<string, string>
  onChange: (block: Block) => void
}

const LEAVES: readonly Leaf['type'][] = ['text', 'image', 'button']
const isLeaf = (block: Block): block is Leaf => (LEAVES as readonly string[]).includes(block.type)

/** The words of one block of an e-mail. */
export function BlockFields({ block, place, errors, onChange }: Props) {
  const { t } = useTranslation()
  if (isLeaf(block)) return <LeafFields block={block} place={place} errors={errors} onChange={onChange} />
  switch (block.type) {
    case 'header':
      return <TokenField label={t('templates.fields.title')} value={block.title} max={120} tokens="all" error={errors[`${place}.title`]} onChange={(title) => onChange({ ...block, title })} />
    case 'footer':
      return (
        <>
          <TokenField label={t('templates.fields.footerText')} value={block.text} max={600} rows={2} tokens="all" error={errors[`${place}.text`]} onChange={(text) => onChange({ ...block, text })} />
          <Switch label={t('templates.fields.unsubscribe')} checked={block.unsubscribe ?? false} onChange={(event) => onChange({ ...block, unsubscribe: event.currentTarget.checked })} />
        </>
      )
    case 'columns':
      return (
        <div className={classes.columns}>
          {block.columns.map((column, side) => (
            <fieldset key={side} className={classes.column}>
              <legend>{t('templates.column', { number: side + 1 })}</legend>
              {column.blocks.map((leaf, at) => (
                <LeafFields
                  key={at}
                  block={leaf}
                  place={`${place}.columns.${side}.blocks.${at}`}
                  errors={errors}
                  onChange={(next) =>
                    onChange({ ...block, columns: block.columns.map((each, index) => (index === side ? { blocks: each.blocks.map((one, down) => (down === at ? next : one)) } : each)) })
                  }
                />
              ))}
            </fieldset>
          ))}
        </div>
      )
  }
  return null
}
