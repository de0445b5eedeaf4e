import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { BlockFields } from './BlockFields'
import type { Block, EmailContent } from './query'
import classes from './templates.module.css'
import { TokenField } from './TokenField'

interface Props {
  content: EmailContent
  errors: Record<string, string>
  onChange: (content: EmailContent) => void
}

const MOST = 40
const NEW: Record<Block['type'], () => Block> = {
  header: () => ({ type: 'header', title: '' }),
  text: () => ({ type: 'text', text: '' }),
  image: () => ({ type: 'image', url: '', alt: '', link: '' }),
  button: () => ({ type: 'button', label: '', link: '' }),
  columns: () => ({ type: 'columns', columns: [{ blocks: [{ type: 'text', text: '' }] }, { blocks: [{ type: 'text', text: '' }] }] }),
  divider: () => ({ type: 'divider' }),
  footer: () => ({ type: 'footer', text: '', unsubscribe: true }),
}

/** An e-mail as its blocks from the top: added, moved by buttons or Alt and an arrow, and removed. */
export function EmailFields({ content, errors, onChange }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const blocks = content.blocks
  const put = (next: readonly Block[]) => onChange({ ...content, blocks: [...next] })
  const focus = (at: number, name: string) => requestAnimationFrame(() => list.current?.children[at]?.querySelector<HTMLElement>(`[data-act="${name}"]:not(:disabled), [data-act]:not(:disabled)`)?.focus())
  const move = (at: number, by: -1 | 1) => {
    const to = at + by
    const [moved, other] = [blocks[at], blocks[to]]
    if (!moved || !other) return
    put(blocks.map((block, index) => (index === at ? other : index === to ? moved : block)))
    focus(to, by < 0 ? 'up' : 'down')
  }
  const add = (type: Block['type']) => {
    // What is added stands above a footer that ends the mail.
    const at = type !== 'footer' && blocks.at(-1)?.type === 'footer' ? blocks.length - 1 : blocks.length
    put([...blocks.slice(0, at), NEW[type](), ...blocks.slice(at)])
    setTimeout(() => list.current?.children[at]?.querySelector<HTMLElement>('input, textarea, button')?.focus())
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(at, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <>
      <TokenField label={t('templates.fields.subject')} value={content.subject} max={150} tokens="all" error={errors.subject} onChange={(subject) => onChange({ ...content, subject })} />
      <TokenField label={t('templates.fields.preheader')} description={t('templates.fields.preheaderHint')} value={content.preheader ?? ''} max={200} tokens="all" error={errors.preheader} onChange={(preheader) => onChange({ ...content, preheader })} />
      <ol ref={list} className={classes.blocks} aria-label={t('templates.blocks')}>
        {blocks.map((block, at) => {
          const name = `${at + 1}. ${t(`templates.block.${block.type}`)}`
          return (
            <li key={at} className={classes.block} onKeyDown={(event) => onKeyDown(event, at)} aria-label={name}>
              <div className={classes.blockHead}>
                <span className={classes.blockName}>{name}</span>
                <ActionIcon variant="subtle" color="gray" data-act="up" disabled={at === 0} aria-label={`${t('templates.moveUp')}: ${name}`} onClick={() => move(at, -1)}>
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon variant="subtle" color="gray" data-act="down" disabled={at === blocks.length - 1} aria-label={`${t('templates.moveDown')}: ${name}`} onClick={() => move(at, 1)}>
                  <IconArrowDown size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  data-act="remove"
                  aria-label={`${t('templates.remove')}: ${name}`}
                  onClick={() => {
                    put(blocks.filter((_, index) => index !== at))
                    focus(Math.max(0, at - 1), 'remove')
                  }}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </div>
              <BlockFields block={block} place={`blocks.${at}`} errors={errors} onChange={(next) => put(blocks.map((each, index) => (index === at ? next : each)))} />
            </li>
          )
        })}
      </ol>
      {errors.blocks && (
        <p className={classes.wrong} role="alert">
          {errors.blocks}
        </p>
      )}
      <Menu position="bottom-start" width={220} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconPlus size={15} />} disabled={blocks.length >= MOST} style={{ justifySelf: 'start' }}>
            {t('templates.addBlock')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(NEW) as Block['type'][]).map((type) => (
            <Menu.Item key={type} onClick={() => add(type)}>
              {t(`templates.block.${type}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
