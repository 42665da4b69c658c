// What a page tells the test: requests beside the tracker's, in a folder of their own.
function tell(what, value, then) {
  var image = new Image();
  image.onload = image.onerror = then || null;
  image.src = 'told/matomo.php?' + what + '=' + encodeURIComponent(value || '');
}
window.onerror = function (message, file, line) {
  tell('error', message + ' ' + file + ':' + line);
};
console.error = function (said) {
  tell('error', said);
};
tell('agent', navigator.userAgent);
