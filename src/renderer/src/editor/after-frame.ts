/** Does something once the frame that is being made has been drawn; what it returns takes that back. */
export const afterFrame = (work: () => void): (() => void) => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    work()
  }
  // A message sent in a frame arrives when it has been painted.
  const frame = requestAnimationFrame(() => port2.postMessage(undefined))
  return () => {
    cancelAnimationFrame(frame)
    port1.close()
  }
}
