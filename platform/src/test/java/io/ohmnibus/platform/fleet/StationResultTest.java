/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.platform.ocpp.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class StationResultTest {

    private static StationResult answered(Action action, String value) {
        var answer =
                OcppCodec.of(OcppVersion.V2_1, Side.STATION)
                        .readPayload(
                                Objects.requireNonNull(action.responseType()),
                                value.getBytes(StandardCharsets.UTF_8));
        return StationResult.of(new Outcome.Answered<>(answer));
    }

    @Test
    void aYesIsASuccessAndSaysMoreWhenItIsNoPlainOne() {
        assertThat(answered(Action.RESET, "{\"status\":\"Accepted\"}"))
                .isEqualTo(new StationResult(StationState.SUCCEEDED, null));
        assertThat(answered(Action.RESET, "{\"status\":\"Scheduled\"}"))
                .isEqualTo(new StationResult(StationState.SUCCEEDED, "Scheduled"));
        assertThat(answered(Action.COST_UPDATED, "{}"))
                .isEqualTo(new StationResult(StationState.SUCCEEDED, null));
    }

    @Test
    void aNoIsARejectionWithItsReason() {
        String busy = "{\"status\":\"Rejected\",\"statusInfo\":{\"reasonCode\":\"Busy\"}}";
        assertThat(answered(Action.RESET, busy))
                .isEqualTo(new StationResult(StationState.REJECTED, "Rejected (Busy)"));
        assertThat(answered(Action.TRIGGER_MESSAGE, "{\"status\":\"NotImplemented\"}"))
                .isEqualTo(new StationResult(StationState.REJECTED, "NotImplemented"));
    }

    @Test
    void oneNoAmongManyItemsIsANo() {
        String item =
                "{\"attributeStatus\":\"%s\",\"component\":{\"name\":\"A\"},"
                        + "\"variable\":{\"name\":\"B\"}}";
        String both = "{\"setVariableResult\":[" + item + "," + item.formatted("Accepted") + "]}";
        assertThat(answered(Action.SET_VARIABLES, both.formatted("UnknownVariable")))
                .isEqualTo(new StationResult(StationState.REJECTED, "UnknownVariable"));
        assertThat(answered(Action.SET_VARIABLES, both.formatted("RebootRequired")))
                .isEqualTo(new StationResult(StationState.SUCCEEDED, "RebootRequired"));
        String unknown =
                "{\"clearMonitoringResult\":[{\"status\":\"NotFound\",\"id\":1},"
                        + "{\"status\":\"NotFound\",\"id\":2}]}";
        assertThat(answered(Action.CLEAR_VARIABLE_MONITORING, unknown))
                .isEqualTo(new StationResult(StationState.REJECTED, "NotFound"));
    }

    @Test
    void whatIsNoAnswerIsTold() {
        assertThat(
                        StationResult.of(
                                new Outcome.Refused<>(
                                        new OcppError(OcppErrorCode.NOT_SUPPORTED, "no"))))
                .isEqualTo(new StationResult(StationState.REFUSED, "NotSupported: no"));
        assertThat(StationResult.of(new Outcome.TimedOut<>(Duration.ofSeconds(1))).state())
                .isEqualTo(StationState.TIMED_OUT);
        assertThat(StationResult.of(new Outcome.Offline<>()).state())
                .isEqualTo(StationState.OFFLINE);
    }
}
