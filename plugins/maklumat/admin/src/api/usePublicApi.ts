import { useMemo } from 'react';
import { createAttachment, type Attachment } from '../../../contracts/attachments';
import { getCaseDocument } from '../../../contracts/cases';
import { getService, type Service } from '../../../contracts/services';
import { useTexts } from '../shared/useTexts';
import { callPublic, pathOf } from './call';

export interface PublicApi {
  service(slug: string, version?: number): Promise<Service>;
  upload(file: File): Promise<Attachment>;
  receipt(number: string, trackingToken: string): Promise<Blob>;
}

/**
 * The calls that citizens make too. They go without the admin session: the public API would read an admin's token as a wrong
 * applicant's token and answer 401. Every one of them throws a `CallFailure`.
 */
export function usePublicApi(): PublicApi {
  const { language } = useTexts();
  return useMemo(() => {
    const call = (path: string, init?: RequestInit): Promise<Response> => callPublic(path, language, init);
    return {
      async service(slug, version) {
        const query = version === undefined ? '' : `?version=${version}`;
        const response = await call(`${pathOf(getService, { slug })}${query}`);
        return getService.success.schema.parse(await response.json()).data;
      },
      async upload(file) {
        const body = new FormData();
        body.append('file', file);
        const response = await call(pathOf(createAttachment), { method: 'POST', body });
        return createAttachment.success.schema.parse(await response.json()).data;
      },
      async receipt(number, trackingToken) {
        const response = await call(pathOf(getCaseDocument, { number, id: 'receipt' }), { headers: { 'X-Tracking-Token': trackingToken } });
        return response.blob();
      },
    };
  }, [language]);
}
