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
  createAttachment: 'attachments.create',
  submitCase: 'cases.submit',
  getCase: 'cases.get',
  commandCase: 'cases.command',
  getCaseDocument: 'cases.document',
  openSecret: 'cases.secret',
  verifyDocument: 'cases.verify',
  getDesk: 'desk.desk',
  listDeskCases: 'desk.list',
  getDeskCase: 'desk.get',
  registerDeskCase: 'desk.register',
  commandDeskCase: 'desk.command',
  commandManyDeskCases: 'desk.commandMany',
  getDeskDocument: 'desk.document',
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
      // Open to everybody by the contract; what belongs to one citizen asks for the tracking code in the service.
      ...operations.filter((operation) => operation.tag !== 'desk').map((operation) => route(operation, '/api', { auth: false })),
      { method: 'GET', path: '/openapi.json', handler: 'published.openapi', config: { auth: false } },
    ],
  },
  admin: {
    type: 'admin',
    routes: operations.filter((operation) => operation.tag === 'desk').map((operation) => route(operation, '/maklumat', staff(operation))),
  },
};
