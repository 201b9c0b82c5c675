/** Events, stored in the transaction that made them true and handed on afterwards. */
@NullMarked
package eu.bridgehall.platform.outbox;

import org.jspecify.annotations.NullMarked;
