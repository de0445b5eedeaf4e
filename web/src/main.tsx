import './ui/layers.css'
import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import './ui/tokens.css'
import './ui/base.css'

import { createRoot } from 'react-dom/client'

import { App } from './app'
import { startI18n } from './i18n'
import { submitOnce } from './lib/doubleClick'
import { refuseStrayFiles } from './lib/strayFiles'

submitOnce()
refuseStrayFiles()
const root = document.getElementById('root')
if (root) void startI18n().then(() => createRoot(root).render(<App />))
