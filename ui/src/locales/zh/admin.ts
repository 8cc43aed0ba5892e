/** Words of the admin. */
export default { admin: {} }
