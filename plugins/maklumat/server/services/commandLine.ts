import type { Imported, Published } from '../../contracts/definitions';
import type { Finding } from '../../core/definition/lint';
import type { ServiceDefinition } from '../../core/definition/schema';
import type { App } from './app';
import { exportBundle, importBundle } from './bundles';
import { lintDefinition, publishDefinition } from './definitions';
import { rotateKeys, type Rotation, type RotationProgress } from './keyRotation';

/** What `npm run maklumat` asks of the plugin, by uid. Refusals are thrown as `RefusalError`, in Indonesian. */
export interface CommandLine {
  import(file: Record<string, unknown>, dryRun: boolean): Promise<Imported>;
  export(slug: string, version: number | undefined): Promise<ServiceDefinition>;
  /** @param file the parts of a file that is not stored; the stored draft when left out */
  lint(slug: string, file?: Record<string, unknown>): Promise<Finding[]>;
  publish(slug: string, effectiveFrom: string | undefined): Promise<Published>;
  rotateKeys(tell: (progress: RotationProgress) => void): Promise<Rotation>;
}

export function createCommandLine(app: () => App): CommandLine {
  const common = { scope: 'program', language: 'id' } as const;
  return {
    import: (file, dryRun) => importBundle(app(), { file, dryRun, ...common }),
    export: (slug, version) => exportBundle(app(), slug, version, common.language),
    lint: (slug, file) => lintDefinition(app(), slug, file, common.language),
    publish: (slug, effectiveFrom) => publishDefinition(app(), { slug, effectiveFrom, ...common }),
    rotateKeys: (tell) => rotateKeys(app(), tell),
  };
}
