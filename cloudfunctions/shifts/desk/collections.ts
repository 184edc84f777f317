export { collections } from './docs'
