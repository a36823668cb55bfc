import fc from 'fast-check';
import { birthDateDiffers, isNik, parseNik } from '../../plugins/maklumat/core/identity/nik';

describe('a NIK', () => {
  it.each([
    ['a man', '3574031708900001', { region: '35.74.03', birthDates: ['1990-08-17', '2090-08-17'], sex: 'male', serial: '0001' }],
    ['a woman', '3574035708900002', { region: '35.74.03', birthDates: ['1990-08-17', '2090-08-17'], sex: 'female', serial: '0002' }],
    ['another province', '1101010101050123', { region: '11.01.01', birthDates: ['1905-01-01', '2005-01-01'], sex: 'male', serial: '0123' }],
    ['a leap day of 2000', '3574036902000004', { region: '35.74.03', birthDates: ['2000-02-29'], sex: 'female', serial: '0004' }],
    [
      'a leap day of either',
      '3574032902040001',
      { region: '35.74.03', birthDates: ['1904-02-29', '2004-02-29'], sex: 'male', serial: '0001' },
    ],
    [
      'the last day of a woman',
      '9171027112999999',
      { region: '91.71.02', birthDates: ['1999-12-31', '2099-12-31'], sex: 'female', serial: '9999' },
    ],
  ])('of %s is read', (_whose, nik, parsed) => {
    expect(parseNik(nik)).toEqual(parsed);
  });

  it.each([
    ['15 digits', '357403170890001'],
    ['17 digits', '35740317089000011'],
    ['a serial of zero', '3574031708900000'],
    ['no province', '0574031708900001'],
    ['day 0', '3574030008900001'],
    ['day 40, between a man’s and a woman’s', '3574034008900001'],
    ['day 32', '3574033208900001'],
    ['day 72', '3574037208900001'],
    ['month 13', '3574031713900001'],
    ['31 April', '3574033104900001'],
    ['29 February of no leap year', '3574032902010001'],
    ['a letter', '357403170890000O'],
    ['full-width digits', '３５７４０３１７０８９０００１'],
    ['a space', '3574031708900001 '],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(parseNik(text)).toBeUndefined();
    expect(birthDateDiffers(text, '1990-08-17')).toBe(false);
  });

  it.each([
    ['the same day', '3574031708900001', '1990-08-17', false],
    ['the same day of a woman', '3574035708900001', '1990-08-17', false],
    ['the other century', '3574031708050001', '2005-08-17', false],
    ['another year', '3574031708900001', '1991-08-17', true],
    ['another month', '3574031708900001', '1990-07-17', true],
    ['another day', '3574031708900001', '1990-08-18', true],
    ['a woman’s day, written as it stands', '3574035708900001', '1990-08-01', true],
    ['a leap day', '3574032902000001', '2000-02-29', false],
    ['a leap day of a year without one', '3574032902000001', '1900-03-01', true],
  ])('and a date of birth on %s', (_what, nik, birthDate, differs) => {
    expect(birthDateDiffers(nik, birthDate)).toBe(differs);
  });

  const people = fc.record({
    region: fc.tuple(fc.integer({ min: 11, max: 99 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })),
    born: fc.date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    sex: fc.constantFrom('female', 'male'),
    serial: fc.integer({ min: 1, max: 9_999 }),
  });
  const two = (value: number): string => String(value).padStart(2, '0');

  it('of anybody anywhere is read as it was made, and agrees with the birth date', () => {
    fc.assert(
      fc.property(people, ({ region, born, sex, serial }) => {
        const birthDate = born.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = birthDate.split('-');
        const written = sex === 'female' ? String(Number(day) + 40) : day;
        const whole = `${region.map(two).join('')}${written}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`;
        const parsed = parseNik(whole);
        expect(parsed).toMatchObject({ region: region.map(two).join('.'), sex, serial: String(serial).padStart(4, '0') });
        expect(parsed?.birthDates).toContain(birthDate);
        expect(birthDateDiffers(whole, birthDate)).toBe(false);
      }),
    );
  });

  it('is read from no other text', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^\d{16}$/), fc.stringMatching(/^[\d０-９]{14,18}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseNik(text);
        expect(parsed !== undefined).toBe(isNik(text));
        if (parsed) expect(text).toBe(text.slice(0, 12) + parsed.serial);
        expect(parsed?.birthDates.length ?? 1).toBeGreaterThan(0);
      }),
    );
  });
});
