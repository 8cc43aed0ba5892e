/** The same keys as ../zh/admin.ts; a test compares them. */
export default { admin: {} }
