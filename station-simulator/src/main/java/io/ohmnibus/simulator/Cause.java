/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a transaction event is sent.
 *
 * @param stoppedReason for the case that the transaction ends by it
 * @param idToken the token that was presented to stop
 */
record Cause(
        TriggerReasonEnum trigger,
        @Nullable ReasonEnum stoppedReason,
        @Nullable IdToken idToken,
        @Nullable List<MeterValue> meterValue) {

    static Cause of(TriggerReasonEnum trigger) {
        return new Cause(trigger, null, null, null);
    }

    static Cause of(TriggerReasonEnum trigger, ReasonEnum stoppedReason) {
        return new Cause(trigger, stoppedReason, null, null);
    }

    Cause presenting(@Nullable IdToken token) {
        return new Cause(trigger, stoppedReason, token, meterValue);
    }

    Cause with(@Nullable List<MeterValue> values) {
        return new Cause(trigger, stoppedReason, idToken, values);
    }

    Cause triggeredBy(TriggerReasonEnum other) {
        return new Cause(other, stoppedReason, idToken, meterValue);
    }
}
