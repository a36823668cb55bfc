import { error } from './findingText';

/** Findings about the definition as a whole. */
export const definitionFindings = {
  agencyMissing: error(
    'Perangkat daerah belum dipilih.',
    'Layanan harus dimiliki sebuah perangkat daerah.',
    'Pilih perangkat daerah layanan ini.',
  ),
  partsMissing: error(
    'Formulir, prosedur, dan tenggat harus ada ketiganya, atau tidak sama sekali.',
    'Layanan yang menerima permohonan memerlukan ketiganya; tanpa ketiganya yang tampil hanya standarnya.',
    'Lengkapi bagian yang kosong.',
  ),
} as const;
