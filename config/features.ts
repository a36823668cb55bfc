/** No experimental feature of Strapi is used. */
export default { future: {} };
