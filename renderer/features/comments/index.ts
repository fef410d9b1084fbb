export { CommentBox } from './CommentBox'
export { CommentText } from './CommentText'
export { MentionsButton } from './MentionsButton'
