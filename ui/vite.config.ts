/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver, VantResolver } from 'unplugin-vue-components/resolvers'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Where the binary listens while `npm run dev` serves the pages. */
const server = process.env.WANGGE_URL ?? 'http://127.0.0.1:8310'

// One project, three entries: what each loads is what its own imports reach, so a phone never fetches the desk.
export default defineConfig({
  plugins: [
    vue(),
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver(), VantResolver()] }),
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
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': server, '/tiles': server },
  },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts', 'src/**/*.test.ts'] },
})
