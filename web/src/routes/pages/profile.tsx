import { Profile } from '~/features/iam/pages/Profile'

export default Profile
