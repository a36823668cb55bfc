import { createHmac } from 'node:crypto';
import { secrets } from './app';

const siteKey = createHmac('sha256', secrets.MAKLUMAT_INDEX_KEY).update('site').digest('hex');

/** Headers with which a call counts as one from this address, as the site's calls for its visitors do. */
export const from = (address: string): Record<string, string> => ({ 'X-Site-Key': siteKey, 'X-Client-Address': address });
