// A Vue application with a router and vue-matomo, as its description says.
import {createApp, h} from 'vue';
import {createRouter, createWebHistory, RouterLink, RouterView} from 'vue-router';
import VueMatomo from 'vue-matomo';

const page = (text) => ({render: () => h('p', text)});
const router = createRouter({
  history: createWebHistory(FOLDER),
  routes: [
    {path: '/page', component: page('Start'), meta: {title: 'Start'}},
    {path: '/tea', component: page('Tea'), meta: {title: 'All teas'}},
  ],
});
const app = createApp({
  render: () => [h(RouterLink, {to: '/tea', id: 'go'}, () => 'Tea'), h(RouterView)],
  mounted() {
    addEventListener('brew', () => this.$matomo.trackEvent('Tea', 'brew'));
  },
});
app.use(router);
router.isReady().then(() => {
  app.use(VueMatomo, {
    host: location.origin + FOLDER,
    siteId: 1,
    router,
    requireConsent: false,
    trackInitialView: true,
    userId: 'ada',
  });
  app.mount('#app');
});
