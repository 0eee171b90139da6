import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/store/tables.ts',
    './src/store/access-tables.ts',
    './src/store/leases/lease-tables.ts',
    './src/store/volumes/volume-tables.ts',
    './src/store/oversight/oversight-tables.ts',
  ],
  out: './src/store/migrations',
});
