import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A password field whose eye has a name in the user's language and can be reached with the keyboard. */
export function Password({ label, ...props }: Omit<PasswordInputProps, 'label'> & { label: string }) {
  const { t } = useTranslation()
  const name = t('common.showField', { field: label })
  return <PasswordInput label={label} visibilityToggleButtonProps={{ 'aria-label': name, title: name }} visibilityToggleFocusable {...props} />
}
