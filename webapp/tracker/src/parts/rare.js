/* Methods of old pages. */
window.Matomo.part('rare', ({Tracker}) => {
  Object.assign(Tracker.prototype, {
    killFrame() {
      if (window.top !== window) {
        window.top.location.href = location.href;
      }
    },
    redirectFile(url) {
      if (location.protocol === 'file:') {
        location.href = url;
      }
    },
  });
});
