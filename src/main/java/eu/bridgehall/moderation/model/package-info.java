/** What may be decided about what, who may, and what may follow: rules without a framework. */
@NullMarked
package eu.bridgehall.moderation.model;

import org.jspecify.annotations.NullMarked;
