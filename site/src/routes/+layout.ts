/** The site works without scripts, so none are sent. */
export const csr = false;
