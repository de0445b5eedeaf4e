import { Configuration } from '~/features/oversight/pages/Configuration'

export default Configuration
