import '../texts/id/security'

import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconDeviceMobile, IconFingerprint, IconKey, IconLifebuoy } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import { passkeysWork } from '~/lib/webauthn'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { Dialog } from '~/ui/Dialog'
import { Problem } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { toastDone, toastProblem } from '~/ui/toast'
import { meQuery, useMe } from '../public/me'
import { addPasskey, type Factor, factorsQuery, newRecoveryCodes, recoveryCodes, removePasskey, removeTotp, renamePasskey } from './factors'
import { NameDialog } from './NameDialog'
import { RecoveryCodes } from './RecoveryCodes'
import lines from '../lines.module.css'
import classes from './Security.module.css'
import { TotpSetUp } from './TotpSetUp'
import { useConfirmed } from './useConfirmed'

type Open =
  | { kind: 'removeTotp' }
  | { kind: 'totp' | 'renew' | 'addPasskey' }
  | { kind: 'removePasskey'; passkey: Factor }
  | { kind: 'renamePasskey'; passkey: Factor }
  | { kind: 'codes'; codes: string[] }

const at = (seconds: number) => new Date(seconds * 1000).toISOString()

/** The ways to prove who one is beside the password: added, named, removed; each change asks once more who is there. */
export function Security() {
  const { t } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const factors = useQuery(factorsQuery)
  const [open, setOpen] = useState<Open | null>(null)
  const [busy, setBusy] = useState(false)
  const { run, dialog } = useConfirmed()

  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: factorsQuery.queryKey }),
      client.invalidateQueries({ queryKey: meQuery.queryKey }),
      client.invalidateQueries({ queryKey: ['sessions'] }),
    ])
  /** Does the change, says so, and shows the list as it is then. False when the person turned back. */
  const change = async (act: () => Promise<unknown>, done: string): Promise<boolean> => {
    setBusy(true)
    try {
      const result = await run(act)
      if (result === null || result === false) return false
      toastDone(done)
      return true
    } catch (error) {
      toastProblem(error)
      return false
    } finally {
      setBusy(false)
      setOpen(null)
      void refresh()
    }
  }
  /** After the first factor there are codes that nobody has seen. */
  const showCodes = async (renewed = false) => {
    try {
      const codes = await run(renewed ? newRecoveryCodes : recoveryCodes)
      setOpen(codes && codes.length > 0 ? { kind: 'codes', codes } : null)
    } catch (error) {
      setOpen(null)
      toastProblem(error)
    }
    void refresh()
  }
  const first = !factors.data?.length

  if (factors.isError) return <Problem error={factors.error} onRetry={() => void factors.refetch()} />
  if (!factors.data) return <Bone width={320} height={56} />
  const totp = factors.data.find((each) => each.type === 'totp')
  const passkeys = factors.data.filter((each) => each.type === 'webauthn')
  const codes = factors.data.find((each) => each.type === 'recovery_codes')
  const state = (on: boolean) => (on ? <Chip tone="success">{t('security.on')}</Chip> : <Chip>{t('security.off')}</Chip>)
  const used = (factor: Factor) => (
    <>
      {t('security.addedOn', { date: date(at(factor.created_at)) })} ·{' '}
      {factor.last_used_at ? (
        <>
          {t('security.lastUsed')} <Ago at={at(factor.last_used_at)} />
        </>
      ) : (
        t('security.neverUsed')
      )}
    </>
  )
  return (
    <>
      <p className="muted">
        {t('security.text')} {me.second_factor.required && <Chip tone="info">{t('security.required')}</Chip>}
      </p>
      <ul className={lines.list}>
        <Row icon={<IconDeviceMobile size={20} stroke={1.5} aria-hidden />} name={t('security.totp')} state={state(Boolean(totp))} text={totp ? used(totp) : t('security.totpText')}>
          {totp ? (
            <Button variant="default" onClick={() => setOpen({ kind: 'removeTotp' })} aria-label={`${t('security.remove')} ${t('security.totp')}`}>
              {t('security.remove')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => setOpen({ kind: 'totp' })} aria-label={`${t('security.setUp')} ${t('security.totp')}`}>
              {t('security.setUp')}
            </Button>
          )}
        </Row>
        <Row
          icon={<IconFingerprint size={20} stroke={1.5} aria-hidden />}
          name={t('security.passkeys')}
          state={state(passkeys.length > 0)}
          text={passkeysWork() ? t('security.passkeysText') : t('security.passkeysNotHere')}
          below={passkeys.map((passkey) => (
            <div key={passkey.id} className={classes.key}>
              <IconKey size={16} stroke={1.5} aria-hidden />
              <div className={lines.words}>
                <p>{passkey.name}</p>
                <p className="muted">{used(passkey)}</p>
              </div>
              <Button variant="subtle" size="compact-sm" onClick={() => setOpen({ kind: 'renamePasskey', passkey })} aria-label={`${t('security.rename')} ${passkey.name}`}>
                {t('security.rename')}
              </Button>
              <Button variant="subtle" size="compact-sm" onClick={() => setOpen({ kind: 'removePasskey', passkey })} aria-label={`${t('security.remove')} ${passkey.name}`}>
                {t('security.remove')}
              </Button>
            </div>
          ))}
        >
          <Button variant="default" disabled={!passkeysWork()} onClick={() => setOpen({ kind: 'addPasskey' })}>
            {t('security.add')}
          </Button>
        </Row>
        <Row
          icon={<IconLifebuoy size={20} stroke={1.5} aria-hidden />}
          name={t('security.recovery')}
          text={codes ? t('security.recoveryOf', { left: codes.unused_code_count, total: codes.total_code_count }) : t('security.recoveryNone')}
        >
          {codes && (
            <Button variant="default" onClick={() => setOpen({ kind: 'renew' })}>
              {t('security.renew')}
            </Button>
          )}
        </Row>
      </ul>
      {open?.kind === 'totp' && (
        <Dialog opened onClose={() => setOpen(null)} title={t('security.totp')} size={480}>
          <TotpSetUp
            onDone={() => {
              toastDone(t('security.added'))
              if (first) void showCodes()
              else setOpen(null)
              void refresh()
            }}
          />
        </Dialog>
      )}
      {open?.kind === 'codes' && (
        <Dialog opened closable={false} onClose={() => undefined} title={t('security.codesTitle')} size={480}>
          <RecoveryCodes codes={open.codes} onKept={() => setOpen(null)} />
        </Dialog>
      )}
      {open?.kind === 'addPasskey' && (
        <NameDialog
          title={t('security.add')}
          action={t('security.add')}
          busy={busy}
          onName={(name) => void change(() => addPasskey(name), t('security.added')).then((added) => {
            if (added && first) void showCodes()
          })}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'renamePasskey' && (
        <NameDialog
          title={t('security.rename')}
          action={t('security.rename')}
          initial={open.passkey.name}
          busy={busy}
          onName={(name) => void change(() => renamePasskey(open.passkey.id ?? 0, name), t('security.renamed'))}
          onClose={() => setOpen(null)}
        />
      )}
      {(open?.kind === 'removeTotp' || open?.kind === 'removePasskey') && (
        <Confirm
          opened
          danger
          busy={busy}
          title={open.kind === 'removeTotp' ? t('security.removeTotpTitle') : t('security.removePasskeyTitle', { name: open.passkey.name })}
          action={t('security.remove')}
          onConfirm={() => void change(() => (open.kind === 'removeTotp' ? removeTotp() : removePasskey(open.passkey.id ?? 0)), t('security.removed'))}
          onClose={() => setOpen(null)}
        >
          <p>{t('security.removeText')}</p>
        </Confirm>
      )}
      {open?.kind === 'renew' && (
        <Confirm opened danger busy={busy} title={t('security.renewTitle')} action={t('security.renew')} onConfirm={() => void showCodes(true)} onClose={() => setOpen(null)}>
          <p>{t('security.renewText')}</p>
        </Confirm>
      )}
      {dialog}
    </>
  )
}

interface RowProps {
  icon: ReactNode
  name: string
  state?: ReactNode
  text: ReactNode
  below?: ReactNode
  children?: ReactNode
}

function Row({ icon, name, state, text, below, children }: RowProps) {
  return (
    <li className={lines.row}>
      {icon}
      <div className={lines.words}>
        <p className={lines.name}>
          {name}
          {state}
        </p>
        <p className="muted">{text}</p>
      </div>
      {children}
      {below && <div style={{ flexBasis: '100%' }}>{below}</div>}
    </li>
  )
}
