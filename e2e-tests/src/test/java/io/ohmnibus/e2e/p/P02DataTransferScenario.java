/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.p;

import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DataTransfer to a platform without vendor handlers, and frames that are none. */
@UseCase("P02")
class P02DataTransferScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void anUnknownVendorIsNamedAsSuch(OcppVersion version) {
        try (Station station = station(version).start()) {
            station.boot(BootReasonEnum.POWER_UP);
            var answer = station.call(new DataTransferRequest("m", "data", "io.example", null));
            assertThat(answer.status()).isEqualTo(DataTransferStatusEnum.UNKNOWN_VENDOR_ID);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aWrongFrameGetsThePreciseCodeAndTheConnectionLives(OcppVersion version) {
        try (Station station = station(version).start()) {
            station.boot(BootReasonEnum.POWER_UP);
            assertThat(station.raw("[2,\"m1\",\"NoSuchAction\",{}]")).contains("NotImplemented");
            assertThat(station.raw("[2,\"m2\",\"DataTransfer\",{}]"))
                    .contains("OccurrenceConstraintViolation");
            assertThat(station.raw("[2,\"m3\",\"Heartbeat\",{}]")).contains("currentTime");
        }
    }
}
