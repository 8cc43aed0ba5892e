/**
 * The field app's service worker: built from src/field/sw.ts as /field/sw.js, with the list of files that make
 * the app start without network: everything the field page can reach, but not the map, which needs network anyway.
 */
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const LIST = '__WANGGE_FILES__'
/** Large and useless without network. */
const LEFT_OUT = /\/src\/map\/|\/maplibre-gl\//

interface Chunk { type: 'chunk'; name: string; fileName: string; code: string; imports: string[]; dynamicImports: string[]; moduleIds: string[]; facadeModuleId: string | null; viteMetadata?: { importedCss: Set<string> } }

/** Every file that the chunk `from` can load, statically or later, without what is left out. */
export function reach(chunks: Map<string, Chunk>, from: Chunk): string[] {
  const found = new Set<string>()
  const queue = [from]
  for (let chunk = queue.pop(); chunk; chunk = queue.pop()) {
    if (found.has(chunk.fileName)) continue
    found.add(chunk.fileName)
    for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css)
    for (const next of chunk.imports) push(next)
    for (const next of chunk.dynamicImports) {
      const target = chunks.get(next)
      if (target && !target.moduleIds.some((id) => LEFT_OUT.test(id))) push(next)
    }
  }
  function push(name: string): void {
    const target = chunks.get(name)
    if (target) queue.push(target)
  }
  return [...found].sort()
}

export function offline(): Plugin {
  return {
    name: 'wangge-offline',
    apply: 'build',
    // After the pages were written, so that a change of the page alone is a new version, too.
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle) as unknown as (Chunk | { type: 'asset'; fileName: string; source: string | Uint8Array })[]
      const chunks = new Map(files.filter((f): f is Chunk => f.type === 'chunk').map((c) => [c.fileName, c]))
      const entry = [...chunks.values()].find((c) => c.facadeModuleId?.endsWith('/field/index.html'))
      const worker = [...chunks.values()].find((c) => c.facadeModuleId?.endsWith('/src/field/sw.ts'))
      if (!entry || !worker) this.error('the field page or its service worker is not among the entries')
      if (worker.imports.length) this.error('the service worker has to stand alone')
      const list = reach(chunks, entry)
      const page = files.find((f) => f.fileName === 'field/index.html')
      const version = createHash('sha256').update(JSON.stringify(list)).update(page?.type === 'asset' ? String(page.source) : '').update(worker.code).digest('hex').slice(0, 12)
      const paths = ['/field/', '/icon.svg', '/field/manifest.webmanifest', ...list.map((f) => `/${f}`)]
      worker.code = worker.code.replace(new RegExp(`(?:self|globalThis)\\.${LIST}`), JSON.stringify({ version, paths }))
      if (worker.code.includes(LIST)) this.error('the list of files did not find its place')
    },
  }
}
