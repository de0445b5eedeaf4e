import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconBrandWhatsapp, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { toastProblem } from '~/ui/toast'
import type { Member } from '../model'
import { callAddress, whatsappAddress } from '../phone'
import { revealPhone } from '../server'

type Way = 'call' | 'whatsapp'

const ICONS = { call: IconPhone, whatsapp: IconBrandWhatsapp }
const address = (way: Way, phone: string) =>
  way === 'call' ? callAddress(phone) : whatsappAddress(phone)

/** Call and WhatsApp: the first tap opens the number, on record; then they are plain links. */
export function CallButtons({ member }: { member: Member }) {
  const { t } = useTranslation()
  const { id, name, phone_masked: masked } = member.customer
  const reveal = useMutation({
    mutationFn: (_: Way) => revealPhone(id),
    onSuccess: ({ phone }, way) => {
      if (!phone) return
      if (way === 'call') window.location.assign(callAddress(phone))
      else window.open(whatsappAddress(phone), '_blank', 'noopener')
    },
    onError: toastProblem,
  })
  if (!member.can.reveal) return null
  const phone = reveal.data?.phone
  const none = !masked || (reveal.isSuccess && !phone)
  return (['call', 'whatsapp'] as const).map((way) => {
    const Icon = ICONS[way]
    const shared = {
      variant: 'default',
      leftSection: <Icon size={16} aria-hidden />,
      'aria-label': t(`followup.${way}Of`, { name }),
    } as const
    if (phone)
      return (
        <Button
          key={way}
          {...shared}
          component="a"
          href={address(way, phone)}
          {...(way === 'whatsapp' && { target: '_blank', rel: 'noopener noreferrer' })}
        >
          {t(`followup.${way}`)}
        </Button>
      )
    return (
      <Button
        key={way}
        {...shared}
        disabled={none}
        title={t(none ? 'followup.noPhone' : 'followup.revealText')}
        loading={reveal.isPending && reveal.variables === way}
        onClick={() => reveal.mutate(way)}
      >
        {t(`followup.${way}`)}
      </Button>
    )
  })
}
