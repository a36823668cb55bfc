import { useCallback } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { asFailure, type CallFailure } from '../api/failure';
import { failureText } from './FailureAlert';
import { useTexts } from './useTexts';

/** Only these are shown in a tab of the admin's own origin; a file of any other kind is saved instead of run. */
const shownTypes = ['application/pdf', 'image/jpeg', 'image/png'];
const keepMilliseconds = 60_000;

export interface NamedFile {
  name: string;
  mime: string;
}

/**
 * Opens a file that needs the officer's session, which a plain link could not carry. The tab is opened with the click itself, since a
 * browser would block it after the download. Resolves to the failure, which was told already, if there was one.
 */
export function useDocument(): (file: NamedFile, fetchBlob: () => Promise<Blob>) => Promise<CallFailure | undefined> {
  const { toggleNotification } = useNotification();
  const { text } = useTexts();
  return useCallback(
    async (file, fetchBlob) => {
      const tab = shownTypes.includes(file.mime) ? window.open('', '_blank') : null;
      try {
        const url = URL.createObjectURL(new Blob([await fetchBlob()], { type: file.mime }));
        if (tab) tab.location.href = url;
        else save(url, file.name);
        setTimeout(() => URL.revokeObjectURL(url), keepMilliseconds);
        return undefined;
      } catch (error) {
        tab?.close();
        const failure = asFailure(error);
        toggleNotification({ type: 'danger', message: failureText(failure, text) });
        return failure;
      }
    },
    [text, toggleNotification],
  );
}

function save(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
