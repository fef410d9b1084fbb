export { UndoButtons } from './UndoButtons'
