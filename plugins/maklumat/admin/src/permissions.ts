/** Permissions of the desk as the server registers them; the server checks each again on every call. */
const permission = (action: 'read' | 'act' | 'register' | 'assign' | 'outbox' | 'verify' | 'retention') => [
  { action: `plugin::maklumat.desk.${action}`, subject: null },
];

export const readDesk = permission('read');
export const actOnDesk = permission('act');
export const registerOnDesk = permission('register');
export const assignOnDesk = permission('assign');
export const readOutbox = permission('outbox');
export const verifyApplicants = permission('verify');
export const readRetention = permission('retention');
/** The Content Manager's own, for the entries with the periods. */
export const editRetention = [{ action: 'plugin::content-manager.explorer.update', subject: 'plugin::maklumat.retention' }];
/** Checking, comparing and publishing definitions. */
export const editDefinitions = [{ action: 'plugin::maklumat.definitions.use', subject: null }];
