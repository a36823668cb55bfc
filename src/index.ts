/** The shell has no behaviour of its own: the product is the plugin, reached by its uid only. */
export default {};
