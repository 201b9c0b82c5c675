/** Texts by key in the reader's language. */
@NullMarked
package eu.bridgehall.platform.i18n;

import org.jspecify.annotations.NullMarked;
