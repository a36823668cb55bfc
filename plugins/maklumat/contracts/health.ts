import { z } from 'zod';
import { data, type Operation } from './contract';

const Part = z.enum(['ok', 'down']);
export const Health = z.object({ status: Part, database: Part, jobs: Part, storage: Part }).meta({ id: 'Health' });

export const health = {
  id: 'health',
  method: 'get',
  path: '/api/health',
  tag: 'public',
  summary: '200 bila basis data, antrean kerja, dan penyimpanan menjawab; selain itu 503 dengan nama bagiannya',
  success: { status: 200, schema: data(Health) },
  errors: ['unavailable'],
} as const satisfies Operation;
