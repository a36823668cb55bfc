import * as agencies from './agencies';
import * as attachments from './attachments';
import * as cases from './cases';
import * as charters from './charters';
import type { Operation } from './contract';
import * as definitions from './definitions';
import * as desk from './desk';
import * as documents from './documents';
import * as health from './health';
import * as outbox from './outbox';
import * as replays from './replays';
import * as resources from './resources';
import * as services from './services';

/** Every call of the contract, in the order in which the documentation shows them. */
export const operations: readonly Operation[] = [
  health.health,
  agencies.listAgencies,
  agencies.getAgency,
  services.listServices,
  services.getService,
  services.listServiceVersions,
  services.assess,
  charters.listCharters,
  attachments.createAttachment,
  cases.submitCase,
  cases.getCase,
  cases.commandCase,
  cases.getCaseDocument,
  cases.openSecret,
  documents.verifyDocument,
  desk.getDesk,
  desk.listDeskCases,
  desk.getDeskCase,
  desk.registerDeskCase,
  desk.commandDeskCase,
  desk.commandManyDeskCases,
  desk.getDeskDocument,
  resources.listResources,
  resources.listResourceBookings,
  resources.listResourceSlots,
  outbox.listOutbox,
  definitions.listDefinitions,
  definitions.lintDefinition,
  definitions.simulateDefinition,
  definitions.publishDefinition,
  definitions.exportDefinition,
  definitions.importDefinition,
  definitions.compareDefinition,
  replays.startReplay,
  replays.getReplay,
  replays.cancelReplay,
];
