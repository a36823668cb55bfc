import { checkIdentity, readNik } from '../../plugins/maklumat/core/identity/profile';

const siti = { name: 'Siti Aminah', birthDate: '1990-08-17', address: 'Jalan Mawar 1, Kanigaran', email: 'siti@contoh.id' };
const check = (over: object = {}, today = '2026-11-22') => checkIdentity({ ...siti, ...over }, { today, language: 'id' });

describe('checkIdentity', () => {
  test('keeps a person’s data in their normal form', () => {
    expect(check({ name: '  Siti Aminah ', address: 'Jalan Mawar 1\r\nKanigaran' })).toEqual({
      ok: true,
      value: { ...siti, address: 'Jalan Mawar 1\nKanigaran' },
    });
  });

  test.each([[undefined], [null], [''], ['  ']])('takes %j as no e-mail address', (email) => {
    expect(check({ email })).toEqual({ ok: true, value: { ...siti, email: null } });
  });

  test('names all that is missing', () => {
    const none = checkIdentity({}, { today: '2026-11-22', language: 'en' });
    expect(none).toEqual({
      ok: false,
      fields: { name: ['Name is required.'], birthDate: ['Date of birth is required.'], address: ['Address is required.'] },
    });
  });

  test.each([
    ['2026-11-21', true],
    ['2026-11-22', false],
    ['1896-11-23', true],
    ['1896-11-22', false],
    ['1990-02-29', false],
    ['0000-00-00', false],
    ['17-08-1990', false],
  ])('born %s on 22 November 2026: %s', (birthDate, fine) => {
    expect(check({ birthDate }).ok).toBe(fine);
  });

  test('counts 130 years on 29 February too', () => {
    expect(check({ birthDate: '1898-03-01' }, '2028-02-29').ok).toBe(true);
    expect(check({ birthDate: '1898-02-28' }, '2028-02-29').ok).toBe(false);
  });

  test.each([
    ['name', 'X'],
    ['name', 'a'.repeat(101)],
    ['name', 'Siti\nAminah'],
    ['name', '<script>alert(1)</script>'],
    ['name', 'Siti\u202EAminah'],
    ['address', 'Jl.'],
    ['address', 'a'.repeat(301)],
    ['email', 'siti'],
    ['email', 'siti@contoh.id\nBcc: lain@contoh.id'],
  ])('refuses %s %j at its field', (field, value) => {
    const checked = check({ [field]: value });
    expect(checked.ok ? [] : Object.keys(checked.fields)).toEqual([field]);
  });
});

describe('readNik', () => {
  test.each(['3574031708900001', '357403 170890 0001', '3574.0317.0890.0001', ' 3574-0317-0890-0001 '])('reads %j', (typed) => {
    expect(readNik(typed, 'city', 'id')).toEqual({ nik: '3574031708900001' });
  });

  test.each([undefined, '', '357403170890', '3574031708900001x', '3574033213900001'])(
    'says what is wrong with %j of a resident',
    (typed) => {
      expect(readNik(typed, 'city', 'id')).toEqual({ problem: expect.any(String) as unknown });
    },
  );

  test('asks none from outside the city, and takes none', () => {
    expect(readNik(undefined, 'outside', 'id')).toEqual({ nik: null });
    expect(readNik(' ', 'outside', 'id')).toEqual({ nik: null });
    expect(readNik('3574031708900001', 'outside', 'en')).toEqual({ problem: 'Only residents of the city give a NIK.' });
  });
});
