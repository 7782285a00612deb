/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.example.good;

import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.HeartbeatResponse;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

@UseCase("G02")
final class HeartbeatHandler implements CallHandler<HeartbeatRequest, HeartbeatResponse> {

    private final Clock clock;

    HeartbeatHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<HeartbeatResponse> handle(Station station, HeartbeatRequest request) {
        return Mono.just(new HeartbeatResponse(Instant.now(clock), null));
    }
}
