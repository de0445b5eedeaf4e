import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const teal: MantineColorsTuple = [
  '#eefaf8', '#d5f0ec', '#aee1da', '#7fcdc4', '#5cc4b9', '#2b9a91', '#157f78', '#0d6762', '#0b524f', '#083d3b',
]
const gray: MantineColorsTuple = [
  '#f6f7f8', '#f0f2f3', '#e6e9eb', '#d7dbde', '#b9c0c5', '#8d969d', '#586069', '#3d444a', '#262b2f', '#15191c',
]
const dark: MantineColorsTuple = [
  '#e9ecee', '#c6ccd1', '#9ca5ad', '#6e777f', '#3a4045', '#2a2f33', '#1b1e21', '#131517', '#0e1011', '#08090a',
]

export const theme = createTheme({
  colors: { teal, gray, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.3' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs', fz: 14, fw: 500 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    Tooltip: { defaultProps: { openDelay: 350, fz: 12, px: 8, py: 4, transitionProps: { duration: 80 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 }, position: 'bottom-end' } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
  },
})

/** Mantine's own variables point at our tokens (tokens.css), so there is one source for every colour. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--s-bg)',
    '--mantine-color-text': 'var(--s-text)',
    '--mantine-color-dimmed': 'var(--s-muted)',
    '--mantine-color-placeholder': 'var(--s-muted)',
    '--mantine-color-anchor': 'var(--s-accent)',
    '--mantine-color-error': 'var(--s-critical)',
    '--mantine-color-default': 'var(--s-surface)',
    '--mantine-color-default-hover': 'var(--s-hover)',
    '--mantine-color-default-color': 'var(--s-text)',
    '--mantine-color-default-border': 'var(--s-line-strong)',
    '--mantine-color-gray-light-color': 'var(--s-text-2)',
    '--mantine-color-gray-light-hover': 'var(--s-hover)',
    '--mantine-color-teal-light': 'var(--s-accent-soft)',
    '--mantine-color-teal-light-color': 'var(--s-accent)',
    '--mantine-color-teal-light-hover': 'var(--s-selected)',
    '--mantine-color-red-filled': '#b42318',
    '--mantine-color-red-filled-hover': '#9a1d13',
  }
  return { variables: {}, light: shared, dark: shared }
}
