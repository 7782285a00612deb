/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.datatransfer.VendorMessages.Seen;
import org.junit.jupiter.api.Test;

final class DataTransferCommandTest {

    private final FakeVendorMessages messages = new FakeVendorMessages();
    private final DataTransferCommand command = new DataTransferCommand(messages, CLOCK);

    @Test
    @Requirement({"P01.FR.05", "P01.FR.06"})
    void remembersWhatTheStationKnowsAndWhatNot() {
        var request = new DataTransferRequest("m", null, "com.vendor", null);
        var status = DataTransferStatusEnum.UNKNOWN_MESSAGE_ID;
        var unknown = new DataTransferResponse(status, null, null, null);
        command.completed(KEY, request, new Outcome.Answered<>(unknown)).block();
        command.completed(KEY, request, new Outcome.Offline<>()).block();
        assertThat(messages.seen)
                .containsExactly(
                        new Seen("ToStation", "com.vendor", "m", 1, "UnknownMessageId", NOW),
                        new Seen("ToStation", "com.vendor", "m", 1, "Offline", NOW));
    }
}
