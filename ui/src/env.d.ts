/// <reference types="vite/client" />
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent<object, object, unknown>
  export default component
}

declare module 'ccv/js/ccv.js' {
  interface Found { x: number; y: number; width: number; height: number; neighbors: number; confidence: number }
  const ccv: { detect_objects(options: { canvas: OffscreenCanvas; interval: number; min_neighbors: number }): Found[] | false }
  export default ccv
}
