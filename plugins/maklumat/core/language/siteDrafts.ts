import type { Language } from './language';

const id = {
  title: 'Draf',
  lead: 'Isian yang belum Anda kirim. Dapat dilanjutkan di perangkat mana pun sesudah masuk.',
  none: 'Tidak ada draf.',
  noneHint: 'Saat mengisi formulir, tekan “Simpan draf” untuk melanjutkannya lain kali.',
  saved: 'Disimpan',
  until: (instant: string) => `Dihapus sesudah ${instant} bila tidak disimpan lagi.`,
  continue: 'Lanjutkan',
  remove: 'Hapus draf',
  removed: 'Draf sudah dihapus.',
  closed: 'Layanan ini tidak lagi menerima permohonan di situs ini, jadi draf ini tidak dapat dilanjutkan.',
  form: {
    save: 'Simpan draf',
    saveHint: 'Draf belum terkirim ke kantor. Lanjutkan kapan saja dari menu Draf, juga di perangkat lain.',
    saved: 'Draf sudah disimpan. Belum ada yang terkirim ke kantor.',
    logIn: 'Masuk untuk menyimpan draf',
    logInHint: 'Dengan akun, isian dapat disimpan dan dilanjutkan di perangkat lain. Masuklah sebelum mulai mengisi.',
    logInFirst:
      'Draf disimpan di akun. Masuk dahulu di tab lain, lalu tekan “Simpan draf” sekali lagi; isian Anda masih ada di halaman ini.',
    stale: {
      title: 'Draf ini sudah disimpan di perangkat lain',
      body: 'Isian di halaman ini belum disimpan. Pilih yang ingin Anda pakai.',
      theirs: 'Pakai yang sudah tersimpan',
      mine: 'Simpan isian di halaman ini',
    },
    gone: 'Draf itu sudah tidak ada: sudah dikirim, dihapus, atau kedaluwarsa. Isian di halaman ini masih ada; simpan sebagai draf baru.',
    goneUnsent:
      'Permohonan belum dikirim, karena drafnya sudah tidak ada: mungkin sudah dikirim dari perangkat lain, dihapus, atau kedaluwarsa. Lihat dahulu di Permohonan saya; bila belum ada, periksa dan kirim sekali lagi.',
    sessionEnded:
      'Permohonan belum dikirim, karena sesi Anda sudah berakhir. Masuk dahulu di tab lain, lalu periksa dan kirim sekali lagi; isian Anda masih ada di halaman ini.',
    prefill: {
      title: (name: string) => `Anda masuk sebagai ${name}`,
      body: 'Isian yang masih kosong tentang Anda dapat diisi dari data akun.',
      button: 'Isi dengan data saya',
      done: 'Isian yang kosong sudah diisi dengan data akun Anda. Periksa lagi.',
    },
  },
  offline: {
    kept: 'Tidak ada jaringan. Isian Anda disimpan di perangkat ini dan belum terkirim.',
    keptMember: 'Begitu jaringan kembali, isian ini disimpan sebagai draf di akun Anda.',
    keptGuest:
      'Begitu jaringan kembali, tekan tombol kirim lagi. Siapa pun yang memakai perangkat ini dapat membuka salinannya, jadi hapuslah bila perangkat ini dipakai bersama.',
    back: 'Jaringan sudah kembali. Tekan tombol kirim lagi.',
    found: 'Ada isian yang belum terkirim di perangkat ini, dari',
    restore: 'Kembalikan isian ke formulir',
    sending: 'Jaringan sudah kembali. Isian di perangkat ini sedang disimpan sebagai draf …',
    erase: 'Hapus salinan di perangkat ini',
    erased: 'Salinan di perangkat ini sudah dihapus.',
    failed: 'Tidak ada jaringan, dan isian tidak dapat disimpan di perangkat ini. Jangan tutup halaman ini.',
    restored: 'Isian dari perangkat ini sudah dikembalikan ke formulir. Periksa, lalu kirim.',
  },
};

type DraftsText = typeof id;

const en: DraftsText = {
  title: 'Drafts',
  lead: 'What you have not sent yet. You can go on with it on any device after logging in.',
  none: 'No drafts.',
  noneHint: 'While filling in a form, press “Save draft” to go on another time.',
  saved: 'Saved',
  until: (instant) => `Erased after ${instant} unless it is saved again.`,
  continue: 'Continue',
  remove: 'Erase the draft',
  removed: 'The draft has been erased.',
  closed: 'This service no longer takes requests on this site, so the draft cannot be continued.',
  form: {
    save: 'Save draft',
    saveHint: 'A draft is not sent to the office. Go on at any time from the menu Drafts, also on another device.',
    saved: 'The draft is saved. Nothing has been sent to the office.',
    logIn: 'Log in to save drafts',
    logInHint: 'With an account you can save what you fill in and go on with it on another device. Log in before you start.',
    logInFirst:
      'Drafts are kept in an account. Log in in another tab, then press “Save draft” once more; your answers are still on this page.',
    stale: {
      title: 'This draft was saved on another device',
      body: 'What stands on this page has not been saved. Choose which one to use.',
      theirs: 'Use what was saved',
      mine: 'Save what stands on this page',
    },
    gone: 'That draft is no longer there: it was sent, erased, or has expired. Your answers are still on this page; save them as a new draft.',
    goneUnsent:
      'The request was not sent because its draft is no longer there: it may have been sent from another device, erased, or has expired. Look under My requests first; if it is not there, check and send once more.',
    sessionEnded:
      'The request was not sent because your session has ended. Log in in another tab, then check and send once more; your answers are still on this page.',
    prefill: {
      title: (name) => `You are logged in as ${name}`,
      body: 'Empty questions about you can be filled in from your account.',
      button: 'Fill in my data',
      done: 'Empty questions were filled in from your account. Please check them.',
    },
  },
  offline: {
    kept: 'There is no network. What you typed is kept on this device and has not been sent.',
    keptMember: 'Once the network is back it is saved as a draft in your account.',
    keptGuest:
      'Once the network is back, press the button again. Anybody who uses this device can open the copy, so erase it if the device is shared.',
    back: 'The network is back. Press the button again.',
    found: 'This device holds answers that were not sent, from',
    restore: 'Put them back into the form',
    sending: 'The network is back. What this device kept is being saved as a draft …',
    erase: 'Erase the copy on this device',
    erased: 'The copy on this device has been erased.',
    failed: 'There is no network, and the answers cannot be kept on this device. Do not close this page.',
    restored: 'The answers kept on this device are back in the form. Check them, then send.',
  },
};

/** Words of drafts, and of the copy that a device keeps while there is no network. */
export const draftsText: Record<Language, DraftsText> = { id, en };
