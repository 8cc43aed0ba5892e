/** Words of the citizen alone. */
export default {}
