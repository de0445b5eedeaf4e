import { Configuration } from '../pages/Configuration'

export default Configuration
