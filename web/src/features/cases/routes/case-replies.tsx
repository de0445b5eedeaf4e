export { Replies as default } from '../pages/Replies'
