import { useCallback, useRef } from 'react';

/**
 * For a dialog that is opened from code and not by a trigger of the design system, which would otherwise leave the focus nowhere: gives it back to what had it
 * when the dialog first came.
 */
export function useReturnFocus(): (event: Event) => void {
  const opener = useRef(document.activeElement);
  return useCallback((event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  }, []);
}
