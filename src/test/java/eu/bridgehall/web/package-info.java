/** Tests of what the pages are made of. */
@NullMarked
package eu.bridgehall.web;

import org.jspecify.annotations.NullMarked;
