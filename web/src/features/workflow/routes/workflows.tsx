import { Workflows } from '../pages/Workflows'

export default Workflows
