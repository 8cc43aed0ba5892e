/** Words of the field alone. */
export default {}
