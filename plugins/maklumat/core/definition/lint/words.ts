/** Words that say nothing about what is asked for. */
const idle = new Set(
  (
    'yang dan atau untuk dari ke di dengan pada oleh dalam sebagai bila jika apabila harus wajib tidak adalah ini itu para secara serta paling sedikit banyak ' +
    'minimal maksimal dll seperti meliputi mengenai tentang jelas benar sendiri sebelum sesudah setelah sejak ditujukan diajukan mengajukan terdiri melalui ' +
    'sesuai antara lain tersebut anda kami agar dapat akan telah sudah belum lebih juga boleh dikosongkan tulis isi pilih unggah mis contoh besar satu dua tiga ' +
    'setiap semua per hasil menjadi dasar tempat keberadaan rupa nomor'
  ).split(' '),
);

/** Words that stand in nearly every requirement; they count only where nothing else does. */
const common = new Set('surat formulir berkas dokumen mohon layan lengkap daftar data pdf jpg png'.split(' '));

/** Different words for the same thing. */
const alike = [
  ['ktp', 'sim', 'identitas', 'nik', 'paspor', 'kuasa'],
  ['telepon', 'telpon', 'ponsel', 'hp', 'whatsapp', 'wa'],
  ['objek', 'obyek'],
  ['email', 'surel', 'mail'],
  ['jadwal', 'waktu', 'tanggal', 'jam', 'hari'],
  ['instansi', 'lembaga', 'opd', 'perangkat', 'organisasi'],
  ['lapor', 'adu', 'keluh'],
  ['materi', 'naskah', 'narasi'],
  ['lokasi', 'wilayah', 'alamat'],
  ['kak', 'kerangka'],
].map((words) => words.map(stem));

/** What remains of an Indonesian word without its commonest affixes: the same for "permohonan", "pemohon" and "dimohon". */
export function stem(word: string): string {
  const bare = word.replace(/(?:lah|kah|nya)$/, '').replace(/(?:kan|an)$/, '');
  const root = bare.replace(/^(?:me(?:ng|ny|m|n)?|pe(?:ng|ny|m|n|r)?|ber|di|ter|ke|se)(?=[a-z]{3})/, '');
  return root.length >= 3 ? root : word;
}

/** The words of a text that carry its meaning, as stems; `common` ones apart. */
export function contentOf(text: string): { telling: string[]; common: string[] } {
  const spoken = text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const stems = [...spoken.matchAll(/[a-z][a-z0-9]+/g)]
    .map(([word]) => word)
    .filter((word) => !idle.has(word) && word.length > 1)
    .map(stem);
  return { telling: stems.filter((word) => !common.has(word)), common: stems.filter((word) => common.has(word)) };
}

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (short.length >= 4 && long.includes(short)) || alike.some((words) => words.includes(one) && words.includes(other));
}

/** True when two lists of stems have a word in common, or words for the same thing. */
export function share(one: readonly string[], other: readonly string[]): boolean {
  return one.some((word) => other.some((counterpart) => isAlike(word, counterpart)));
}
