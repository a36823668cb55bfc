import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** @param {'core' | 'contracts'} folder */
const plugin = (folder) => fileURLToPath(new URL(`../plugins/maklumat/${folder}`, import.meta.url));

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ envPrefix: 'KIT_' }),
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['none'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
          'object-src': ['none'],
        },
      },
    }),
  ],
  resolve: { alias: { $core: plugin('core'), $contracts: plugin('contracts') } },
});
