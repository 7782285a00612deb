/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.test.Requirement;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import reactor.core.publisher.Mono;

final class DataTransferHandlerTest {

    private record Echo(String vendorId, @Nullable String messageId) implements VendorHandler {

        @Override
        public Mono<DataTransferResponse> handle(Station station, DataTransferRequest request) {
            return Mono.just(
                    new DataTransferResponse(
                            DataTransferStatusEnum.ACCEPTED, null, request.data(), null));
        }
    }

    private static @Nullable DataTransferResponse send(
            @Nullable String messageId, VendorHandler... handlers) {
        ObjectProvider<VendorHandler> beans =
                new ObjectProvider<>() {
                    @Override
                    public Stream<VendorHandler> stream() {
                        return Stream.of(handlers);
                    }
                };
        return new DataTransferHandler(beans, new FakeVendorMessages())
                .handle(STATION, new DataTransferRequest(messageId, "data", "com.vendor", null))
                .block();
    }

    private static DataTransferResponse status(DataTransferStatusEnum status) {
        return new DataTransferResponse(status, null, null, null);
    }

    @Test
    @Requirement("P02.FR.06")
    void doesNotKnowAVendorWithoutHandler() { // A37
        assertThat(send("m")).isEqualTo(status(DataTransferStatusEnum.UNKNOWN_VENDOR_ID));
        assertThat(send("m", new Echo("com.other", "m")))
                .isEqualTo(status(DataTransferStatusEnum.UNKNOWN_VENDOR_ID));
    }

    @Test
    @Requirement("P02.FR.07")
    void doesNotKnowAnotherMessageOfAKnownVendor() {
        assertThat(send("m", new Echo("com.vendor", "n")))
                .isEqualTo(status(DataTransferStatusEnum.UNKNOWN_MESSAGE_ID));
    }

    @Test
    @Requirement("P02.FR.08")
    void leavesTheAnswerToTheHandlerOfTheMessage() {
        DataTransferResponse echo =
                new DataTransferResponse(DataTransferStatusEnum.ACCEPTED, null, "data", null);
        assertThat(send("m", new Echo("com.vendor", "n"), new Echo("com.vendor", "m")))
                .isEqualTo(echo);
        assertThat(send(null, new Echo("com.vendor", null))).isEqualTo(echo);
    }

    @Test
    void doesNotStartWithTwoHandlersOfOneMessage() {
        assertThatThrownBy(
                        () -> send("m", new Echo("com.vendor", "m"), new Echo("com.vendor", "m")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesBackWhatIsSentToTheEcho() {
        var custom = new CustomData("com.vendor", Map.of("a", 1));
        var request = new DataTransferRequest("Echo", Map.of("b", 2), "io.ohmnibus", custom);
        assertThat(new EchoHandler().handle(STATION, request).block())
                .isEqualTo(
                        new DataTransferResponse(
                                DataTransferStatusEnum.ACCEPTED, null, Map.of("b", 2), custom));
    }
}
