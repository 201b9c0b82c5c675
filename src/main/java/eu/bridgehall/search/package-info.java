/**
 * The search engine as the product sees it: small ports and their records, free of any engine's
 * types.
 */
@Floor(2)
@NullMarked
package eu.bridgehall.search;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
