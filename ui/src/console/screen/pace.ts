/** Whether what stands for the events `counted` is behind what was `heard` (both as live events' ids). */
export function behind(counted: string, heard: string): boolean {
  const read = (id: string): Map<string, number> => new Map(id.split(',').flatMap((part) => {
    const [district, n] = part.split(':')
    const number = Number.parseInt(n ?? '', 16)
    return district && Number.isFinite(number) ? [[district, number] as const] : []
  }))
  const known = read(counted)
  return [...read(heard)].some(([district, n]) => (known.get(district) ?? n) < n)
}

/**
 * At once when it is quiet, at most once every `every` milliseconds when it storms, and always once more after the
 * last call: what is shown is never older than that.
 */
export function paced(run: () => void, every: number): { (): void; stop(): void } {
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  function go(): void {
    timer = undefined
    last = performance.now()
    run()
  }
  function call(): void {
    if (timer !== undefined) return
    const wait = last + every - performance.now()
    if (wait <= 0) go()
    else timer = setTimeout(go, wait)
  }
  call.stop = (): void => { clearTimeout(timer); timer = undefined }
  return call
}
