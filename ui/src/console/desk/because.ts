/** Why a matter is suggested: the words of the text that it shares, longest runs first instead of pairs of characters. */
export function because(text: string, shared: readonly string[]): string[] {
  const lower = text.toLowerCase()
  const hit = new Array<boolean>(text.length).fill(false)
  for (const part of shared) {
    const word = part.toLowerCase()
    if (!word) continue
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) hit.fill(true, at, at + word.length)
  }
  const runs: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (!hit[at]) continue
    let to = at
    while (hit[to]) to += 1
    const run = text.slice(at, to)
    if (!runs.includes(run)) runs.push(run)
    at = to
  }
  return runs.sort((a, b) => b.length - a.length).slice(0, 3)
}
