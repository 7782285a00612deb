/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.constraint.Length;

/**
 * A rule that a codec may let a station break. The message is then mended: what is read and handed
 * on obeys every rule, and each place that did not is reported as a {@link Deviation}.
 */
public enum Tolerance {
    /** A null in place of an absent property; it is left out. */
    NULLS,
    /** An empty list in place of an absent property; it is left out. */
    EMPTY_LISTS,
    /** A property that the version does not know; it is left out. */
    UNKNOWN_PROPERTIES,
    /**
     * A value that an enumeration does not have. It is left out where the property is optional and
     * its absence means nothing; a sampled value that has one is left out as a whole, because it
     * would become another reading. Everywhere else the message is refused.
     */
    UNKNOWN_VALUES,
    /**
     * A text beyond its limit. It is cut where it only describes ({@link Length#descriptive});
     * identifiers, values, addresses and signatures are refused.
     */
    LONG_TEXTS,
    /** NUL characters in a text outside of custom data; they are taken out. */
    NUL_CHARACTERS,
    /** A time without zone; it is taken for UTC. */
    TIMES_WITHOUT_ZONE
}
