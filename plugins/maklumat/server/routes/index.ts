import { operations } from '../../contracts';
import type { Operation } from '../../contracts/contract';

/** Which controller serves each call of the contract; the path and method come from the contract itself. */
const handlers: Record<string, string> = {
  health: 'health.health',
  listAgencies: 'published.listAgencies',
  getAgency: 'published.getAgency',
  listServices: 'published.listServices',
  getService: 'published.getService',
  listServiceVersions: 'published.listServiceVersions',
  assess: 'published.assess',
  listCharters: 'published.listCharters',
  describeRegistration: 'registrations.describe',
  startRegistration: 'registrations.start',
  resumeRegistration: 'registrations.resume',
  getRegistration: 'registrations.get',
  proveRegistration: 'registrations.prove',
  resendRegistrationCode: 'registrations.resend',
  identifyRegistration: 'registrations.identify',
  logIn: 'sessions.logIn',
  refreshSession: 'sessions.refresh',
  logOut: 'sessions.logOut',
  forgotPassword: 'sessions.forgotPassword',
  resetPassword: 'sessions.resetPassword',
  changePassword: 'sessions.changePassword',
  getMe: 'me.get',
  changeMe: 'me.change',
  exportMe: 'me.export',
  eraseMe: 'me.erase',
  changePhone: 'me.changePhone',
  provePhone: 'me.provePhone',
  listAccesses: 'me.accesses',
  createAttachment: 'attachments.create',
  linkAttachment: 'attachments.link',
  deleteAttachment: 'attachments.remove',
  openFile: 'files.open',
  listDrafts: 'drafts.list',
  createDraft: 'drafts.create',
  getDraft: 'drafts.get',
  replaceDraft: 'drafts.replace',
  deleteDraft: 'drafts.remove',
  submitCase: 'cases.submit',
  listCases: 'cases.list',
  getCase: 'cases.get',
  commandCase: 'cases.command',
  getCaseDocument: 'cases.document',
  linkCaseDocument: 'cases.link',
  openSecret: 'cases.secret',
  listCaseAccesses: 'cases.accesses',
  verifyDocument: 'cases.verify',
  getDesk: 'desk.desk',
  listDeskCases: 'desk.list',
  getDeskCase: 'desk.get',
  registerDeskCase: 'desk.register',
  commandDeskCase: 'desk.command',
  commandManyDeskCases: 'desk.commandMany',
  getDeskDocument: 'desk.document',
  linkDeskDocument: 'desk.link',
  listVerifications: 'verifications.list',
  decideVerification: 'verifications.decide',
  listRetentionRuns: 'retention.list',
  listResources: 'resources.list',
  listResourceBookings: 'resources.bookings',
  listResourceSlots: 'resources.slots',
  listOutbox: 'desk.outbox',
  listDefinitions: 'definitions.list',
  lintDefinition: 'definitions.lint',
  simulateDefinition: 'definitions.simulate',
  publishDefinition: 'definitions.publish',
  exportDefinition: 'definitions.export',
  importDefinition: 'definitions.import',
  compareDefinition: 'definitions.compare',
  startReplay: 'replays.start',
  getReplay: 'replays.get',
  cancelReplay: 'replays.cancel',
};

const definitions = 'plugin::maklumat.definitions.use';
/** What the Content Manager asks for before it does the same to a service. */
const manage = (verb: 'create' | 'update' | 'publish') => [`plugin::content-manager.explorer.${verb}`, 'plugin::maklumat.service'];

/** What a role must allow for a staff call; everything needs the desk, some calls more. */
const permissions: Record<string, (string | string[])[]> = {
  registerDeskCase: ['plugin::maklumat.desk.read', 'plugin::maklumat.desk.register'],
  listOutbox: ['plugin::maklumat.desk.outbox'],
  listVerifications: ['plugin::maklumat.desk.verify'],
  decideVerification: ['plugin::maklumat.desk.verify'],
  listRetentionRuns: ['plugin::maklumat.desk.retention'],
  listDefinitions: [definitions],
  lintDefinition: [definitions],
  simulateDefinition: [definitions],
  publishDefinition: [definitions, manage('publish')],
  exportDefinition: [definitions],
  importDefinition: [definitions, manage('create'), manage('update')],
  compareDefinition: [definitions],
  startReplay: [definitions],
  getReplay: [definitions],
  cancelReplay: [definitions],
};

function route(operation: Operation, prefix: string, config: object) {
  const handler = handlers[operation.id];
  if (!handler) throw new Error(`Kontrak ${operation.id} tidak memiliki pengendali`);
  return {
    method: operation.method.toUpperCase(),
    path: operation.path.slice(prefix.length).replace(/\{(\w+)\}/g, ':$1'),
    handler,
    config,
  };
}

const staff = (operation: Operation) => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: permissions[operation.id] ?? ['plugin::maklumat.desk.read'] } },
  ],
});

export default {
  'content-api': {
    type: 'content-api',
    prefix: '',
    routes: [
      // Strapi's own check is off: whose session it is, and whether one is needed, the contract says and the controller asks; what belongs to
      // one citizen without an account asks for the tracking code in the service.
      ...operations.filter((operation) => operation.tag !== 'desk').map((operation) => route(operation, '/api', { auth: false })),
      { method: 'GET', path: '/openapi.json', handler: 'published.openapi', config: { auth: false } },
    ],
  },
  admin: {
    type: 'admin',
    routes: operations.filter((operation) => operation.tag === 'desk').map((operation) => route(operation, '/maklumat', staff(operation))),
  },
};
