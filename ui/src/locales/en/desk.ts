/** The same keys as ../zh/desk.ts; a test compares them. */
export default { desk: {} }
