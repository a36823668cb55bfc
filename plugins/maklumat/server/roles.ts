import type { Core } from '@strapi/strapi';
import { contentTypeUids } from './content-types';

const actions = [
  { uid: 'read', displayName: 'Melihat meja kerja' },
  { uid: 'act', displayName: 'Menjalankan tindakan pada permohonan' },
  { uid: 'register', displayName: 'Mendaftarkan permohonan di loket' },
  { uid: 'assign', displayName: 'Menugaskan petugas' },
  { uid: 'outbox', displayName: 'Membaca surat dan SMS keluar' },
  { uid: 'verify', displayName: 'Memeriksa data pendaftar akun' },
  { uid: 'retention', displayName: 'Membaca laporan masa simpan data' },
] as const;
export type DeskAction = (typeof actions)[number]['uid'];

export const actionUid = (action: DeskAction): string => `plugin::maklumat.desk.${action}`;

/** Looking into, trying out, importing and exporting definitions; publishing and importing ask for the Content Manager's permission too. */
const definitionsUid = 'plugin::maklumat.definitions.use';

const publishable = ['plugin::maklumat.charter', 'plugin::maklumat.service'];

interface RoleSeed {
  code: string;
  name: string;
  description: string;
  desk: readonly DeskAction[];
  content: boolean;
}

/** Roles of a fresh installation (default of the product). What a person may do to a case follows from the positions held, too. */
const roles: readonly RoleSeed[] = [
  {
    code: 'maklumat-officer',
    name: 'Petugas',
    description: 'Petugas layanan: menerima, mendaftarkan, dan memproses permohonan',
    desk: ['read', 'act', 'register', 'verify'],
    content: false,
  },
  {
    code: 'maklumat-head',
    name: 'Kepala Bidang',
    description: 'Kepala bidang: memproses dan menugaskan',
    desk: ['read', 'act', 'assign', 'verify'],
    content: false,
  },
  {
    code: 'maklumat-ppid',
    name: 'PPID',
    description: 'Pejabat pengelola informasi dan dokumentasi',
    desk: ['read', 'act', 'assign'],
    content: false,
  },
  {
    code: 'maklumat-ppid-superior',
    name: 'Atasan PPID',
    description: 'Membaca permohonan informasi yang disampaikan kepadanya',
    desk: ['read'],
    content: false,
  },
  {
    code: 'maklumat-content',
    name: 'Admin Konten',
    description: 'Menyunting dan menerbitkan standar, maklumat, kalender, jabatan',
    desk: ['retention'],
    content: true,
  },
];

/** The parts of Strapi's admin services that are used here; Strapi leaves them untyped. */
interface AdminRoles {
  createRolesIfNoneExist(): Promise<void>;
  create(role: { name: string; code: string; description: string }): Promise<{ id: number }>;
  assignPermissions(role: number, permissions: Permission[]): Promise<unknown>;
}
interface Permission {
  action: string;
  subject?: string;
  properties?: { fields?: string[] };
}
interface AdminContentTypes {
  getPermissionsWithNestedFields(
    actions: { actionId: string; subjects: string[]; options?: { applyToProperties: string[] } }[],
  ): Permission[];
}
interface AdminPermissions {
  actionProvider: { registerMany(actions: object[]): Promise<unknown> };
}

export async function registerActions(strapi: Core.Strapi): Promise<void> {
  const permissions = strapi.service('admin::permission') as unknown as AdminPermissions;
  const desk = actions.map((action) => ({ ...action, uid: `desk.${action.uid}`, subCategory: 'Meja kerja' }));
  const definitions = {
    uid: 'definitions.use',
    displayName: 'Memeriksa, mencoba, dan memindahkan definisi',
    subCategory: 'Definisi layanan',
  };
  await permissions.actionProvider.registerMany(
    [...desk, definitions].map((action) => ({ ...action, section: 'plugins', pluginName: 'maklumat' })),
  );
}

/** Content permissions name every field: without the list a role sees an entry and none of its fields. */
function contentPermissions(strapi: Core.Strapi): Permission[] {
  const types = strapi.service('admin::content-type') as unknown as AdminContentTypes;
  const on = (verb: string) => `plugin::content-manager.explorer.${verb}`;
  const subjects = contentTypeUids;
  return types.getPermissionsWithNestedFields([
    ...['create', 'read', 'update'].map((verb) => ({ actionId: on(verb), subjects, options: { applyToProperties: ['fields'] } })),
    { actionId: on('delete'), subjects },
    { actionId: on('publish'), subjects: publishable },
  ]);
}

function permissionsOf(strapi: Core.Strapi, role: RoleSeed): Permission[] {
  const desk = role.desk.map((action) => ({ action: actionUid(action) }));
  return role.content ? [...desk, { action: definitionsUid }, ...contentPermissions(strapi)] : desk;
}

/** Creates each role that does not exist yet; a role that an admin changed stays as it is. */
export async function seedRoles(strapi: Core.Strapi): Promise<void> {
  // Strapi makes its own roles after its plugins have started, and only while there is none at all; ours would keep it from that.
  const adminRoles = strapi.service('admin::role') as unknown as AdminRoles;
  await adminRoles.createRolesIfNoneExist();
  for (const role of roles) {
    if (await strapi.db.query('admin::role').findOne({ where: { code: role.code } })) continue;
    const created = await adminRoles.create({ name: role.name, code: role.code, description: role.description });
    const permissions = permissionsOf(strapi, role);
    if (permissions.length > 0) await adminRoles.assignPermissions(created.id, permissions);
  }
}
