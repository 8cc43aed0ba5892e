// Makes src/api/schema.d.ts out of docs/openapi.json (`npm run api`).
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const document = JSON.parse(await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8'))
// Names of operations repeat between slices (`list`, `read`), and of those with one name only the last would get its
// types: here each carries its slice's name before its own.
for (const item of Object.values(document.paths)) {
  for (const operation of Object.values(item)) {
    if (operation?.operationId && operation.tags?.[0]) operation.operationId = `${operation.tags[0]}_${operation.operationId}`
  }
}
const types = astToString(await openapiTS(document, { emptyObjectsUnknown: true }))
await writeFile(new URL('../src/api/schema.d.ts', import.meta.url), `// Made by \`npm run api\` from docs/openapi.json; do not edit.\n${types}`)
