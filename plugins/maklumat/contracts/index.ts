import * as accounts from './accounts';
import * as agencies from './agencies';
import * as attachments from './attachments';
import * as cases from './cases';
import * as charters from './charters';
import type { Operation } from './contract';
import * as definitions from './definitions';
import * as desk from './desk';
import * as documents from './documents';
import * as drafts from './drafts';
import * as files from './files';
import * as health from './health';
import * as outbox from './outbox';
import * as registrations from './registrations';
import * as replays from './replays';
import * as resources from './resources';
import * as retention from './retention';
import * as services from './services';
import * as verifications from './verifications';

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
  registrations.describeRegistration,
  registrations.startRegistration,
  registrations.resumeRegistration,
  registrations.getRegistration,
  registrations.proveRegistration,
  registrations.resendRegistrationCode,
  registrations.identifyRegistration,
  accounts.logIn,
  accounts.refreshSession,
  accounts.logOut,
  accounts.forgotPassword,
  accounts.resetPassword,
  accounts.changePassword,
  accounts.getMe,
  accounts.changeMe,
  accounts.exportMe,
  accounts.eraseMe,
  accounts.changePhone,
  accounts.provePhone,
  accounts.listAccesses,
  attachments.createAttachment,
  files.linkAttachment,
  files.deleteAttachment,
  files.openFile,
  drafts.listDrafts,
  drafts.createDraft,
  drafts.getDraft,
  drafts.replaceDraft,
  drafts.deleteDraft,
  cases.submitCase,
  cases.listCases,
  cases.getCase,
  cases.commandCase,
  cases.getCaseDocument,
  files.linkCaseDocument,
  cases.openSecret,
  cases.listCaseAccesses,
  documents.verifyDocument,
  desk.getDesk,
  desk.listDeskCases,
  desk.getDeskCase,
  desk.registerDeskCase,
  desk.commandDeskCase,
  desk.commandManyDeskCases,
  desk.getDeskDocument,
  files.linkDeskDocument,
  verifications.listVerifications,
  verifications.decideVerification,
  retention.listRetentionRuns,
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
