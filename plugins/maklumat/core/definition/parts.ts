/** The parts of a definition that the CMS keeps as JSON; the 14 components of the standard are fields of their own. */
export const partNames = ['form', 'procedure', 'clock', 'rules', 'messages', 'documents', 'examples'] as const;
export type PartName = (typeof partNames)[number];
