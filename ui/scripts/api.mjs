// Makes src/api/schema.d.ts out of docs/openapi.json (`npm run api`).
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const document = JSON.parse(await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8'))
// Names of operations repeat (`list`, `read`), and of those with one name only the last would get its types: here each
// is named by its method and path.
for (const [path, item] of Object.entries(document.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (operation?.operationId) operation.operationId = `${method} ${path}`
  }
}
const types = astToString(await openapiTS(document, { emptyObjectsUnknown: true }))
await writeFile(new URL('../src/api/schema.d.ts', import.meta.url), `// Made by \`npm run api\` from docs/openapi.json; do not edit.\n${types}`)
