import { SegmentedControl } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Language, ThemeChoice } from '~/api/models'
import { useLanguage, useThemeChoice } from './useAppearance'

export function LanguageSwitch({ fullWidth }: { fullWidth?: boolean }) {
  const { t } = useTranslation()
  const { language, change } = useLanguage()
  return (
    <SegmentedControl
      size="xs"
      fullWidth={fullWidth}
      aria-label={t('shell.language')}
      value={language}
      onChange={(value) => void change(value as Language)}
      data={[
        { value: 'id', label: fullWidth ? 'Indonesia' : 'ID' },
        { value: 'en', label: fullWidth ? 'English' : 'EN' },
      ]}
    />
  )
}

export function ThemeSwitch() {
  const { t } = useTranslation()
  const { theme, change } = useThemeChoice()
  const option = (value: ThemeChoice, Icon: typeof IconSun, label: string) => ({
    value,
    label: (
      <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
        <Icon size={14} />
        {label}
      </span>
    ),
  })
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('shell.theme')}
      value={theme}
      onChange={(value) => change(value as ThemeChoice)}
      data={[
        option('system', IconDeviceDesktop, t('shell.themeSystem')),
        option('light', IconSun, t('shell.themeLight')),
        option('dark', IconMoon, t('shell.themeDark')),
      ]}
    />
  )
}
