/*
 * What pages may ask for beyond Matomo's methods: page views of applications, depth, time and speed of pages, events declared in the
 * markup, missing pages. All of it is sent as page views and events, which every server of this kind stores and shows.
 */
import {applications} from './extras/applications.js';
import {markup} from './extras/markup.js';
import {measures} from './extras/measures.js';

window.Matomo.part('extras', Object.assign(applications(), measures(), markup()));
