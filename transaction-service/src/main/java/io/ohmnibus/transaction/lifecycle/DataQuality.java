/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What looks wrong about a transaction, for people and for billing; nothing is rejected for it. */
enum DataQuality {
    /** Events came, but no Started yet. Heals when it comes. */
    UNKNOWN_START("unknownStart"),
    /** The end is known, the start is not. Heals when it comes. */
    ENDED_BEFORE_STARTED("endedBeforeStarted"),
    /** Sequence numbers are missing between the first and the last one. Heals. */
    SEQ_NO_GAP("seqNoGap"),
    /** The station used a sequence number twice for different events; the first to come counts. */
    SEQ_NO_CONFLICT("seqNoConflict"),
    /** More than one Started; the first by sequence number counts. */
    SEVERAL_STARTS("severalStarts"),
    /** More than one Ended; the last by sequence number counts. */
    SEVERAL_ENDS("severalEnds"),
    /** Events follow the end. */
    EVENT_AFTER_ENDED("eventAfterEnded"),
    /** A station time before 2020, ahead of our clock, or an hour behind it while online. */
    CLOCK_SUSPICIOUS("clockSuspicious"),
    /** Station times go back while sequence numbers go up. */
    TIME_REGRESSION("timeRegression"),
    /** The energy register went down. */
    METER_REGRESSION("meterRegression"),
    /** The register went up faster than any charger can, or a value is outside its range. */
    METER_IMPLAUSIBLE("meterImplausible");

    private final String text;

    DataQuality(String text) {
        this.text = text;
    }

    /** The name in the API and the database. */
    String text() {
        return text;
    }

    static Set<DataQuality> ofTexts(Collection<String> texts) {
        Set<DataQuality> flags = EnumSet.noneOf(DataQuality.class);
        for (DataQuality flag : values()) {
            if (texts.contains(flag.text)) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /** All flags of both, in the order of their declaration. */
    static Set<DataQuality> union(Collection<DataQuality> one, Collection<DataQuality> other) {
        Set<DataQuality> flags = EnumSet.noneOf(DataQuality.class);
        flags.addAll(one);
        flags.addAll(other);
        return Collections.unmodifiableSet(flags);
    }
}
