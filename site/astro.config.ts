// The static site. Nothing is inlined, so that the content security policy needs no exception; the service worker is made from what was built.
import { defineConfig } from 'astro/config';
import { builtCatalogue } from './src/build/release.ts';
import { serviceWorker } from './src/build/service-worker.ts';

export default defineConfig({
  root: import.meta.dirname,
  outDir: '../dist/site',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [serviceWorker()],
  vite: {
    define: { CATALOGUE: JSON.stringify(builtCatalogue()) },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          // One shared file beside a page's own: fewer requests on a slow phone weigh more than a few unused bytes.
          codeSplitting: {
            groups: [
              {
                name: 'shared',
                test: /node_modules\/(preact|idb)|src\/api|src\/shell\/(?!staff)|src\/words\/(lang|en-count|(zh|en)(-practice)?)\.|src\/journal\/(db|drill-record|env|journal|login-path|memory|start\.|streams|view|clock)|functions\/(contract|domain\/(exams|grading|practice|questions|time))|islands\/(drill\/start|me\/moment|practice\/resume)/,
                priority: 2,
              },
              // What the staff pages have in common: candidates never load it.
              {
                name: 'staff',
                test: /shell\/staff|words\/\w+-staff|islands\/staff\/(?!import)|functions\/domain\/(access|people|period)/,
                priority: 1,
              },
            ],
          },
        },
      },
    },
  },
});
