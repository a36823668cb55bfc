/** Pages of the desk, as absolute paths inside the admin. */
export const queuePath = '/plugins/maklumat';
export const casePath = (number: string): string => `${queuePath}/perkara/${encodeURIComponent(number)}`;
export const counterPath = `${queuePath}/loket`;
export const verificationPath = `${queuePath}/pendaftar`;
export const comparePath = `${queuePath}/versi`;
export const replayPath = `${queuePath}/uji-ulang`;
