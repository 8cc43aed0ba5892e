/** The same keys as ../zh/citizen.ts; a test compares them. */
export default {}
