/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.codec.Deviation;
import io.ohmnibus.ocpp.codec.Tolerance;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was tolerated of one station, and logs each kind once for a connection (pain 9). */
final class Deviations {

    private static final Logger log = LoggerFactory.getLogger(Deviations.class);

    private final Link link;
    private final GatewayMetrics metrics;
    private final Set<Tolerance> seen = EnumSet.noneOf(Tolerance.class);

    Deviations(Link link, GatewayMetrics metrics) {
        this.link = link;
        this.metrics = metrics;
    }

    void note(Action action, String messageId, List<Deviation> deviations) {
        if (deviations.isEmpty()) {
            return;
        }
        for (Deviation deviation : deviations) {
            metrics.deviation(deviation.tolerated());
            if (isNew(deviation.tolerated())) {
                log.info(
                        "{} {} {} is tolerated: {} at {}",
                        link.station(),
                        action.wireName(),
                        messageId,
                        deviation.tolerated(),
                        deviation.path());
            }
        }
    }

    private synchronized boolean isNew(Tolerance kind) {
        return seen.add(kind);
    }
}
