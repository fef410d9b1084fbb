export { CommentBox } from './CommentBox'
export { CommentText } from './CommentText'
