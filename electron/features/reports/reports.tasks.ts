export const reportsTasks = {}
