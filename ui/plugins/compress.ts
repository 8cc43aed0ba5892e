/** Beside every page, script and sheet its smaller forms, which the binary hands out as they are. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = /\.(?:html|js|css|svg|json|webmanifest)$/

export function compress(): Plugin {
  let out = 'dist'
  return {
    name: 'wangge-compress',
    apply: 'build',
    configResolved(config) { out = join(config.root, config.build.outDir) },
    async closeBundle() {
      for (const name of await readdir(out, { recursive: true })) {
        const path = join(out, name)
        if (!TEXT.test(name) || (await stat(path)).size < 1_024) continue
        const bytes = await readFile(path)
        const small = await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
        const zipped = await promisify(gzip)(bytes, { level: 9 })
        if (small.length < bytes.length) await writeFile(`${path}.br`, small)
        if (zipped.length < bytes.length) await writeFile(`${path}.gz`, zipped)
      }
    },
  }
}
