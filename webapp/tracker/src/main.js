import {addStubs, part} from './loader.js';
import {win} from './page.js';
import {start} from './queue.js';
import {Tracker} from './tracker.js';

win.Matomo = win.Piwik = {part};
addStubs(Tracker.prototype);
start();
