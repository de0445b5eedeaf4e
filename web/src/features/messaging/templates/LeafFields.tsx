import { useTranslation } from 'react-i18next'

import type { Leaf } from './query'
import { TokenField } from './TokenField'

interface Props {
  block: Leaf
  place: string
  errors: Record<string, string>
  onChange: (block: Leaf) => void
}

/** The words of a block that may stand in a column too. */
export function LeafFields({ block, place, errors, onChange }: Props) {
  const { t } = useTranslation()
  const error = (name: string) => errors[`${place}.${name}`]
  switch (block.type) {
    case 'text':
      return (
        <TokenField label={t('templates.fields.text')} description={t('templates.fields.textHint')} value={block.text} max={4000} rows={4} tokens="all" error={error('text')} onChange={(text) => onChange({ ...block, text })} />
      )
    case 'image':
      return (
        <>
          <TokenField label={t('templates.fields.imageUrl')} value={block.url} max={500} error={error('url')} onChange={(url) => onChange({ ...block, url })} />
          <TokenField label={t('templates.fields.alt')} value={block.alt} max={200} error={error('alt')} onChange={(alt) => onChange({ ...block, alt })} />
        </>
      )
    case 'button':
      return (
        <>
          <TokenField label={t('templates.fields.label')} value={block.label} max={60} tokens="all" error={error('label')} onChange={(label) => onChange({ ...block, label })} />
          <TokenField label={t('templates.fields.link')} value={block.link} max={500} tokens="links" error={error('link')} onChange={(link) => onChange({ ...block, link })} />
        </>
      )
  }
}
