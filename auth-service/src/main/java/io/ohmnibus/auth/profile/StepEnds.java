/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.platform.ocpp.StationKey;
import reactor.core.publisher.Mono;

/** Hears how steps end. */
interface StepEnds {

    /** Does nothing unless the request is the command of the step that the change is at. */
    Mono<Void> ended(StationKey station, Request<?> request, StepOutcome outcome);
}
