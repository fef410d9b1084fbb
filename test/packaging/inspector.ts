type Answer = {
  readonly id?: number
  readonly result?: {
    readonly result?: { readonly value?: unknown }
    readonly exceptionDetails?: { readonly exception?: { readonly description?: string } }
  }
}

/** Evaluates an expression in the process whose inspector listens at an address; resolves to what its promise gives. */
export async function evaluateIn(address: string, expression: string): Promise<unknown> {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error(`nobody answers at ${address}`)))
  })
  const answer = new Promise<Answer>((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Answer
      if (message.id === 1) resolve(message)
    })
  })
  const params = { expression, awaitPromise: true, returnByValue: true, includeCommandLineAPI: true }
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }))
  const { result } = await answer
  socket.close()
  const problem = result?.exceptionDetails?.exception?.description
  if (problem !== undefined) throw new Error(problem)
  return result?.result?.value
}
