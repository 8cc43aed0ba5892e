/** Words of the screen. */
export default { screen: {} }
