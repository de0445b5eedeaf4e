import { Workflows } from '~/features/workflow/pages/Workflows'

export default Workflows
