/*
 * What of a page is measured beyond its views: content blocks, and what pages may ask for beyond Matomo's methods: page views of
 * applications, depth, time and speed of pages, events declared in the markup, missing pages. These are sent as page views and events, which every
 * server of this kind stores and shows.
 */
import {content} from './content/tracking.js';
import {applications} from './extras/applications.js';
import {markup} from './extras/markup.js';
import {measures} from './extras/measures.js';

window.Matomo.part('content', Object.assign(content, applications(), measures(), markup()));
