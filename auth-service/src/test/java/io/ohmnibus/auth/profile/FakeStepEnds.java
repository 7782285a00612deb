/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps what it hears. */
final class FakeStepEnds implements StepEnds {

    static final StationKey STATION = new StationKey("default", "CS-1");

    final List<StepOutcome> heard = new ArrayList<>();

    @Override
    public Mono<Void> ended(StationKey station, Request<?> request, StepOutcome outcome) {
        return Mono.fromRunnable(() -> heard.add(outcome));
    }
}
