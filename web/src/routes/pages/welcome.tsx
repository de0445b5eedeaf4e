import { Welcome } from '~/features/iam/pages/Welcome'

export default Welcome
