import { Profile } from '../pages/Profile'

export default Profile
