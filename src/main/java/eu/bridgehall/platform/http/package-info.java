/**
 * What every answer over HTTP has in common: problem documents, pages of lists, security headers,
 * rate limits, the client's address.
 */
@NullMarked
package eu.bridgehall.platform.http;

import org.jspecify.annotations.NullMarked;
