/** The same keys as ../zh/field.ts; a test compares them. */
export default {}
