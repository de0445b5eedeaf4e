export { Samples as default } from '../pages/Samples'
