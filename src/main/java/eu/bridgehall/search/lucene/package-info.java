/** The search ports on Apache Lucene: the only package that knows it. */
@NullMarked
package eu.bridgehall.search.lucene;

import org.jspecify.annotations.NullMarked;
