export { Replies as default } from '~/features/cases/pages/Replies'
