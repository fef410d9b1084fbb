/** The three channels there are between a window and the main process. */
export const callChannel = 'parkdesk:call'
export const eventChannel = 'parkdesk:event'
export const dropChannel = 'parkdesk:dropped-file'
