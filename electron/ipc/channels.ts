/** The channels there are between a window and the main process. */
export const callChannel = 'parkdesk:call'
export const eventChannel = 'parkdesk:event'
export const dropChannel = 'parkdesk:dropped-file'
export const pictureChannel = 'parkdesk:pasted-picture'
/** A page asks to be connected with the data process, and is sent its port. */
export const connectChannel = 'parkdesk:connect'
