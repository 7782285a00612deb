/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.p;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.CallErrors;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code DataTransferHandler} without vendor handlers, and frames that are none. */
@UseCase("P02")
class P02DataTransferScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("P02.FR.06")
    void anUnknownVendorIsNamedAsSuch(OcppVersion version) {
        try (Station station = accepted(version)) {
            for (Object data : new Object[] {"text", 1.5, true, Map.of("a", 1)}) {
                var answer = station.call(new DataTransferRequest("m", data, "io.example", null));
                assertThat(answer.status()).isEqualTo(DataTransferStatusEnum.UNKNOWN_VENDOR_ID);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors({"NotImplemented", "OccurrenceConstraintViolation"})
    void aWrongFrameGetsThePreciseCodeAndTheConnectionLives(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(station.raw("[2,\"m1\",\"NoSuchAction\",{}]")).contains("NotImplemented");
            assertThat(station.raw("[2,\"m2\",\"DataTransfer\",{}]"))
                    .contains("OccurrenceConstraintViolation");
            assertThat(station.raw("[2,\"m3\",\"Heartbeat\",{}]")).contains("currentTime");
        }
    }
}
