/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.variable;

import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import reactor.core.publisher.Mono;

/** One concern of the outcome of SetVariables; does nothing when the variables are not its own. */
public interface SetVariablesStep {

    Mono<Void> completed(
            StationKey station, SetVariablesRequest request, Outcome<SetVariablesResponse> outcome);
}
