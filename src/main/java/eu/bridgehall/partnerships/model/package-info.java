/** The rules of introductions without any framework: their steps and who may take them. */
@NullMarked
package eu.bridgehall.partnerships.model;

import org.jspecify.annotations.NullMarked;
