export const exportsTasks = {}
