import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // zod only describes: a schema that the phone never reads is left out of its scripts.
  build: { rolldownOptions: { treeshake: { manualPureFunctions: ['z'] } } },
  plugins: [
    sveltekit(),
    SvelteKitPWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        lang: 'vi',
        name: 'Thi đua phường An Hải',
        short_name: 'Thi đua',
        description: 'Sổ tay thi đua của tổ dân phố, phường An Hải, thành phố Hải Phòng',
        background_color: '#FBF8F1',
        theme_color: '#FBF8F1',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }
        ]
      },
      injectManifest: {
        globPatterns: ['client/**/*.{js,css,svg,png,webp,woff2,webmanifest}', 'prerendered/**/*.html']
      }
    })
  ],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'floors',
          include: ['tests/{unit,device,server,ring,simulation,contract,architecture}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      },
      {
        extends: true,
        resolve: { conditions: ['browser'] },
        test: { name: 'state', include: ['tests/state/**/*.test.ts'], environment: 'jsdom' }
      }
    ]
  }
});
