/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver, VantResolver } from 'unplugin-vue-components/resolvers'
import { compress } from './plugins/compress'
import { offline } from './plugins/offline'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Where the binary listens while `npm run dev` serves the pages. */
const server = process.env.WANGGE_URL ?? 'http://127.0.0.1:8310'

/** The binary answers every path below /console/ and /field/ with that entry's page; so does the dev server. */
const pages: Plugin = {
  name: 'pages',
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      const entry = /^\/(console|field)\/(?!.*\.(?:js|ts|json|html|svg|png|webmanifest)$)/.exec((request.url ?? '').split('?')[0] ?? '')?.[1]
      if (entry && request.headers.accept?.includes('text/html')) request.url = `/${entry}/index.html`
      next()
    })
  },
}

// One project, three entries: what each loads is what its own imports reach, so a phone never fetches the desk.
export default defineConfig({
  plugins: [
    vue(),
    pages,
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver(), VantResolver()] }),
    offline(),
    compress(),
  ],
  resolve: { alias: { '@': here('./src') } },
  build: {
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: {
        citizen: here('./index.html'),
        console: here('./console/index.html'),
        field: here('./field/index.html'),
        sw: here('./src/field/sw.ts'),
      },
      output: {
        // A service worker keeps its address over all versions.
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'field/sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': server, '/tiles': server },
  },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts', 'src/**/*.test.ts'] },
})
