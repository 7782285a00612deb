/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the CSMS itself sees of the security of stations, or changes about it. */
@Component
public final class OwnSecurityEvents {

    /** A station has a certificate that is not what it should be. */
    public static final String INVALID_CERTIFICATE = "InvalidChargingStationCertificate";

    /** What is asked of a station was changed. */
    public static final String RECONFIGURATION = "ReconfigurationOfSecurityParameters";

    /** A station presents tokens that nobody knows, as if somebody were trying them (A35). */
    public static final String WRONG_TOKENS = "TooManyWrongTokens";

    private final SecurityEvents events;
    private final Clock clock;
    private final MeterRegistry meters;

    OwnSecurityEvents(SecurityEvents events, Clock clock, MeterRegistry meters) {
        this.events = events;
        this.clock = clock;
        this.meters = meters;
    }

    /** Keeps an event, in the current transaction; the same again within minutes is left out. */
    public Mono<Void> add(StationKey station, String type, String info) {
        return events.addOwn(station, type, info, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .doOnSuccess(_ ->
                        meters.counter("ohmnibus.security.events.own", "type", type).increment());
    }
}
