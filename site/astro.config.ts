// The static site. Nothing is inlined, so that the content security policy needs no exception; the service worker is made from what was built.
import { defineConfig } from 'astro/config';
import { builtCatalogue, builtDivisions } from './src/build/release.ts';
import { serviceWorker } from './src/build/service-worker.ts';

export default defineConfig({
  root: import.meta.dirname,
  outDir: '../dist/site',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [serviceWorker()],
  vite: {
    define: { CATALOGUE: JSON.stringify(builtCatalogue()), DIVISIONS: JSON.stringify(builtDivisions()) },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          // One shared file beside a page's own: fewer requests on a slow phone weigh more than a few unused bytes.
          codeSplitting: {
            groups: [
              {
                name: 'shared',
                test: /node_modules\/(preact|idb)|src\/api|src\/shell\/(?!staff|csv|save)|src\/words\/(lang|en-count|(zh|en)(-practice)?)\.|src\/journal\/(db|drill-record|env|journal|login-path|known|memory|mock-|start\.|streams|view|clock)|functions\/(contract\/(?!(bureau|exams|examiner|ledger|open|staff|station|trainer)\/)|domain\/(exams\/(calendar|pass-line)|grading|practice|questions|time))|islands\/(drill\/start|me\/moment|practice\/resume)/,
                priority: 2,
              },
              // What the staff pages and the page of one's own data both need.
              {
                name: 'people',
                test: /src\/shell\/(csv|save|staff\.tsx)|words\/\w+-people|islands\/(staff\/forms\/fields|invitation\/code)|functions\/domain\/(people|period)/,
                // Below `shared`: a group takes along all that its files import, unless another has it.
                priority: 1.5,
              },
              // What candidates' pages of training and those of staff both need.
              {
                name: 'courses',
                test: /words\/\w+-(enrolment|door)\.|functions\/domain\/people\/person\./,
                priority: 1.7,
              },
              {
                name: 'rules',
                test: /functions\/domain\/(courses\/(course|enrolment)|door\/(codes|decide)|hours\/conversion|attendance\/intervals)\.|islands\/training\/shelf\./,
                priority: 1.7,
              },
              { name: 'training', test: /words\/\w+-training\.|islands\/training\//, priority: 1.6 },
              // What mock papers and the examiners' pages both need.
              { name: 'sat', test: /functions\/domain\/(papers|attempts)\//, priority: 1.6 },
              { name: 'reasons', test: /words\/\w+-ledger-reasons\./, priority: 1.6 },
              { name: 'regions', test: /words\/regions\./, priority: 1.6 },
              { name: 'provinces', test: /words\/provinces\./, priority: 1.6 },
              { name: 'email', test: /words\/\w+-email\./, priority: 1.6 },
              // How one stands with one's hours: one's own training says it, one's ledger and the staff's page of hours.
              { name: 'standing', test: /words\/(zh|en)-hours\.|islands\/ledger\/(figures|ring)\./, priority: 1.56 },
              // What proves something: the ledger of hours and the record of exams.
              {
                name: 'evidence',
                test: /words\/\w+-evidence\.|islands\/ledger\/(evidence-|fingerprint|request|text-input)/,
                priority: 1.57,
              },
              {
                name: 'ledger',
                test: /words\/\w+-ledger\.|islands\/ledger\/(?!ledger-page|hours-card)/,
                priority: 1.55,
              },
              // What whoever applies for a subsidy and whoever decides both read.
              {
                name: 'subsidies',
                test: /words\/\w+-subsid(ies|y-reasons)\.|islands\/subsidies\/(known|result|said|steps)|functions\/domain\/subsidies\//,
                priority: 1.54,
              },
              { name: 'load', test: /islands\/staff\/(use-load|navigation)\./, priority: 1.9 },
              { name: 'account', test: /islands\/me\/(account-card|use-sync)\./, priority: 1.9 },
              {
                name: 'mock',
                test: /words\/(zh|en)-mock|islands\/mock\/(figures|names|parts|use-mock-words)\./,
                priority: 1.5,
              },
              // What the staff pages have in common: candidates never load it.
              {
                name: 'staff',
                test: /shell\/staff|words\/\w+-staff(-forms|-audit)?\.|islands\/staff\/(?!import|training|hours|papers|exams|figures|charts|reports|station|subsidies)|functions\/domain\/access/,
                priority: 1,
              },
            ],
          },
        },
      },
    },
  },
});
