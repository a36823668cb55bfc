import type { Language } from './language';

interface ScheduleText {
  title: string;
  explanation: string;
  resource: string;
  noResources: string;
  capacity: (units: number) => string;
  crew: (names: readonly string[]) => string;
  inactive: string;
  week: string;
  previousWeek: string;
  thisWeek: string;
  nextWeek: string;
  day: string;
  today: string;
  occupied: string;
  bookings: string;
  free: string;
  closed: string;
  hours: (opens: string, closes: string) => string;
  minutes: (minutes: number) => string;
  between: (from: string, to: string) => string;
  unit: (unit: number) => string;
  offered: string;
  along: (resource: string) => string;
}

const clock = (time: string): string => time.replace(':', '.');

/** The page that shows what is booked, week by week. */
export const scheduleText: Record<Language, ScheduleText> = {
  id: {
    title: 'Jadwal',
    explanation: 'Kendaraan, ruang, dan petugas perangkat daerah Anda, menurut perkara yang memesannya.',
    resource: 'Sumber daya',
    noResources:
      'Belum ada sumber daya pada perangkat daerah tempat Anda memegang jabatan. Admin konten menambahkannya pada "Sumber daya".',
    capacity: (units) => (units === 1 ? 'Satu unit' : `${units} unit`),
    crew: (names) => `ikut dipesan: ${names.join(', ')}`,
    inactive: 'sedang tidak dapat dipesan',
    week: 'Minggu yang ditampilkan',
    previousWeek: 'Minggu sebelumnya',
    thisWeek: 'Minggu ini',
    nextWeek: 'Minggu berikutnya',
    day: 'Hari',
    today: 'hari ini',
    occupied: 'Terpakai',
    bookings: 'Pemesanan',
    free: 'Kosong',
    closed: 'Kantor tutup',
    hours: (opens, closes) => `Jam kerja ${clock(opens)}–${clock(closes)}`,
    minutes: (minutes) =>
      [minutes >= 60 ? `${Math.floor(minutes / 60)} jam` : '', minutes % 60 > 0 || minutes === 0 ? `${minutes % 60} menit` : '']
        .filter(Boolean)
        .join(' '),
    between: (from, to) => `${clock(from)}–${clock(to)}`,
    unit: (unit) => `unit ${unit}`,
    offered: 'tawaran, menunggu pemohon',
    along: (resource) => `bersama ${resource}`,
  },
  en: {
    title: 'Schedule',
    explanation: 'Vehicles, rooms and people of your agency, by the cases that booked them.',
    resource: 'Resource',
    noResources: 'There is no resource in the agency where you hold a position. The content admin adds them under “Sumber daya”.',
    capacity: (units) => (units === 1 ? 'One unit' : `${units} units`),
    crew: (names) => `booked along: ${names.join(', ')}`,
    inactive: 'cannot be booked at present',
    week: 'Week shown',
    previousWeek: 'Previous week',
    thisWeek: 'This week',
    nextWeek: 'Next week',
    day: 'Day',
    today: 'today',
    occupied: 'Taken',
    bookings: 'Bookings',
    free: 'Free',
    closed: 'Office closed',
    hours: (opens, closes) => `Office hours ${opens}–${closes}`,
    minutes: (minutes) =>
      [minutes >= 60 ? `${Math.floor(minutes / 60)} h` : '', minutes % 60 > 0 || minutes === 0 ? `${minutes % 60} min` : '']
        .filter(Boolean)
        .join(' '),
    between: (from, to) => `${from}–${to}`,
    unit: (unit) => `unit ${unit}`,
    offered: 'offered, waiting for the applicant',
    along: (resource) => `along with ${resource}`,
  },
};
