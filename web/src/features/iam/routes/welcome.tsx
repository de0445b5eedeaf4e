export { Welcome as default } from '../pages/Welcome'
