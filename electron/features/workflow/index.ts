export { workflowHandlers } from './workflow.handlers'
