/*
 * Methods that few pages call: links to the owner's other domains, reading time, script errors, what pages of long ago still ask for, and the
 * overlay.
 */
import {crossdomain} from './crossdomain/linking.js';
import {errors} from './rare/errors.js';
import {files} from './rare/files.js';
import {heartbeat} from './rare/heartbeat.js';
import {old} from './rare/old.js';
import {overlay} from './rare/overlay.js';

window.Matomo.part('rare', Object.assign(crossdomain, errors(), files(), heartbeat(), old(), overlay()));
