/** The same keys as ../zh/screen.ts; a test compares them. */
export default { screen: {} }
