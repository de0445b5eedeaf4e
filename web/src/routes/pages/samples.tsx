export { Samples as default } from '~/features/access/pages/Samples'
