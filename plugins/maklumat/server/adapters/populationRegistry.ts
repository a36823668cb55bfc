import { circuitBreaker, ConsecutiveBreaker, handleAll } from 'cockatiel';
import type { Gateway } from '../settings';
import { createGatewayCall } from './httpTemplate';

/** `down` also stands for an answer that says neither. */
export type RegistryAnswer = 'match' | 'mismatch' | 'off' | 'down';

/** The population registry (SIAK) asked about one person. It never throws: registration goes on without it. */
export interface PopulationRegistry {
  /** @param person birth date ISO */
  check(person: { nik: string; name: string; birthDate: string }): Promise<RegistryAnswer>;
}

/** Failed calls in a row after which the registry is left alone (default of the product). */
const patience = 5;
/** How long it is left alone before one call tries again, in milliseconds (default of the product). */
const rest = 30_000;

const names = ['nik', 'name', 'birthDate', 'birthYear', 'birthMonth', 'birthDay'] as const;

/**
 * A registry behind any HTTP call; `off` without a URL. After failures in a row it is not called for a while, so that nobody waits for one that is down: each
 * process notices by itself. Throws when the settings cannot work; without a pattern for a match any page that answers would vouch for anybody.
 */
export function createPopulationRegistry(gateway: Gateway): PopulationRegistry {
  if (gateway.url === '') return { check: () => Promise.resolve('off') };
  if (gateway.success === '') throw new Error('POPULATION_MATCH: harus diisi bila POPULATION_URL diisi');
  const call = createGatewayCall('POPULATION', { success: 'MATCH', refusal: 'MISMATCH' }, gateway, names);
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: rest, breaker: new ConsecutiveBreaker(patience) });
  return {
    async check({ nik, name, birthDate }) {
      const [birthYear = '', birthMonth = '', birthDay = ''] = birthDate.split('-');
      try {
        const answer = await breaker.execute(async () => {
          const said = await call({ nik, name, birthDate, birthYear, birthMonth, birthDay });
          if (said === 'neither') throw new Error('Jawaban data kependudukan tidak dikenal');
          return said;
        });
        return answer === 'success' ? 'match' : 'mismatch';
      } catch {
        return 'down';
      }
    },
  };
}
