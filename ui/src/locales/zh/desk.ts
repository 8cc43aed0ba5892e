/** Words of the desk. */
export default { desk: {} }
