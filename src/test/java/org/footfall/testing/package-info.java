/** What tests share: real servers, started by the tests themselves and ended with them. */
package org.footfall.testing;
