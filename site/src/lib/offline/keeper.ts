import { eraseCopy, eraseSent, findCopy, keepCopy, markSent, type Copy } from '#lib/offline/copies.ts';

/**
 * The one script of the site, on the page of an application form, which works the same without it. While there is no network it keeps what was typed on
 * the device instead of losing it to the browser's error page; once there is one again, it saves it as a draft, or offers to put it back into the form.
 * All words stand in the page: the script shows and hides them.
 */
async function start(panel: HTMLElement): Promise<void> {
  const { service = '', received } = panel.dataset;
  const form = document.querySelector<HTMLFormElement>('form[data-kept]');
  const offer = form && watch(panel, form);
  // The server has answered with what was sent to it, or holds it as a draft.
  if (received === 'yes') await eraseSent(service);
  await offer?.();
}

/** Looks after a form; what comes back offers the copy of an earlier visit. */
function watch(panel: HTMLElement, form: HTMLFormElement): () => Promise<void> {
  const { service = '', owner = '', intent = '' } = panel.dataset;
  const save = form.querySelector<HTMLButtonElement>(`button[value="${intent}"]`);
  /** Whether the device holds what stands in this form, not only what an earlier visit left. */
  let kept = false;
  let waiting: number | undefined;

  const show = (...states: string[]): void => {
    panel.hidden = states.length === 0;
    for (const part of panel.querySelectorAll<HTMLElement>('[data-state]')) part.hidden = !states.includes(part.dataset.state ?? '');
  };
  const keep = async (submitter?: HTMLElement | null): Promise<void> => {
    window.clearTimeout(waiting);
    try {
      await keepCopy({ service, owner, savedAt: Date.now(), entries: entriesOf(new FormData(form)) });
      kept = true;
      show('kept', owner && save ? 'kept-member' : 'kept-guest', 'erase');
    } catch {
      show('failed');
    }
    if (submitter) panel.focus();
  };
  /** A form may be sent where nothing can be kept. */
  const leave = async (submitter: HTMLElement | null): Promise<void> => {
    window.clearTimeout(waiting);
    await markSent(service).catch(() => undefined);
    form.dataset.checked = 'yes';
    form.requestSubmit(submitter);
    delete form.dataset.checked;
  };

  panel.querySelector('[data-action="erase"]')?.addEventListener('click', () => {
    window.clearTimeout(waiting);
    kept = false;
    void eraseCopy(service).then(() => show('erased'));
  });
  form.addEventListener('submit', (event) => {
    if (form.dataset.checked === 'yes') return;
    event.preventDefault();
    const { submitter } = event;
    void hasNetwork().then((yes) => (yes ? leave(submitter) : keep(submitter)));
  });
  form.addEventListener('input', () => {
    if (navigator.onLine) return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void keep(), 400);
  });
  window.addEventListener('offline', () => void (isTouched(form) && keep()));
  window.addEventListener('online', () => {
    if (!kept) return;
    if (!owner || !save) return show('back', 'erase');
    show('sending');
    void leave(save);
  });

  return async () => {
    const copy = await findCopy(service, owner);
    if (!copy) return;
    const put = (): Promise<void> => markSent(service).then(() => send(copy, intent));
    if (owner && navigator.onLine && !copy.sent) {
      show('sending');
      return put();
    }
    const time = panel.querySelector('time');
    if (time) time.textContent = new Date(copy.savedAt).toLocaleString(document.documentElement.lang);
    panel.querySelector('[data-action="restore"]')?.addEventListener('click', () => void put());
    show('found', 'restore', 'erase');
  };
}

/** Whether the site answers now; that the device has a network says little. */
async function hasNetwork(): Promise<boolean> {
  if (!navigator.onLine) return false;
  return fetch('/favicon.svg', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(8_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

const isTouched = (form: HTMLFormElement): boolean =>
  [...form.elements].some(
    (field) =>
      (field instanceof HTMLInputElement && (field.value !== field.defaultValue || field.checked !== field.defaultChecked)) ||
      (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) ||
      (field instanceof HTMLSelectElement &&
        field.selectedIndex !==
          Math.max(
            0,
            [...field.options].findIndex((option) => option.defaultSelected),
          )),
  );

const entriesOf = (data: FormData): Copy['entries'] => [...data].filter(([, value]) => !(value instanceof File) || value.size > 0);

/** Posts a copy as the form would have been, with another button pressed. */
function send({ entries }: Copy, intent: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.enctype = 'multipart/form-data';
  form.hidden = true;
  for (const [name, value] of [...entries, ['tindakan', intent] as const]) {
    const input = document.createElement('input');
    input.name = name;
    if (typeof value === 'string') {
      input.type = 'hidden';
      input.value = value;
    } else {
      const transfer = new DataTransfer();
      transfer.items.add(value);
      input.type = 'file';
      input.files = transfer.files;
    }
    form.append(input);
  }
  document.body.append(form);
  form.requestSubmit();
}

const panel = document.getElementById('salinan');
if (panel) void start(panel);
