import {win} from './page.js';

/** Is somebody looking at the site through Footfall, who is no visitor? What is said about that is in parts/overlay.js. */
export const watched = /^Footfall_/.test(win.name);
