/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import static io.ohmnibus.transaction.unfinished.FakeTransactionChecks.KEY;
import static io.ohmnibus.transaction.unfinished.FakeTransactionChecks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.transaction.unfinished.Reconnections.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class AskAboutTransactionsTest {

    private final FakeTransactionChecks checks = new FakeTransactionChecks();
    private final FakeReconnections reconnections = new FakeReconnections();
    private final List<Object> sent = new ArrayList<>();

    private AskAboutTransactions asking(boolean enabled) {
        return new AskAboutTransactions(
                checks,
                reconnections,
                (_, request, options) -> {
                    assertThat(options.waitWhenOffline()).isTrue();
                    sent.add(request);
                    return Mono.just(UUID.randomUUID());
                },
                new CheckProperties(
                        Duration.ofHours(1),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(30),
                        enabled),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void boots(RegistrationStatusEnum status, BootReasonEnum reason, boolean enabled) {
        Instant at = NOW.minusSeconds(5);
        var boot = new StationBooted(status, reason, "Vendor", "M", null, "1", at);
        asking(enabled).on(new EventMeta("1", KEY, NOW), boot).block();
    }

    @Test
    void aStationThatHasBootedIsAskedWhatGoesOn() {
        boots(RegistrationStatusEnum.ACCEPTED, BootReasonEnum.POWER_UP, true);
        assertThat(sent)
                .containsExactly(
                        new GetTransactionStatusRequest("tx-1", null),
                        new GetTransactionStatusRequest("tx-2", null));
        assertThat(checks.silentSince).containsExactly(NOW.minusSeconds(5));
    }

    @Test
    void nobodyIsAskedWithoutNeed() {
        boots(RegistrationStatusEnum.PENDING, BootReasonEnum.POWER_UP, true);
        boots(RegistrationStatusEnum.ACCEPTED, BootReasonEnum.TRIGGERED, true);
        boots(RegistrationStatusEnum.ACCEPTED, BootReasonEnum.POWER_UP, false);
        asking(false).run().block();
        asking(false).askReconnected().block();
        assertThat(sent).isEmpty();
    }

    @Test
    void silenceIsAskedAbout() {
        asking(true).run().block();
        assertThat(sent).hasSize(2);
        assertThat(checks.silentSince).containsExactly(NOW.minus(Duration.ofHours(1)));
    }

    /** Pain 15. */
    @Test
    void aStationThatIsBackIsAskedOnceItHadTimeToTell() {
        reconnections.opened(List.of(connection("CS-1", 10), connection("CS-2", 60))).block();
        asking(true).askReconnected().block();
        assertThat(sent).containsExactly(new GetTransactionStatusRequest("tx-of-CS-2", null));
    }

    /** Pain 15: 1,000 stations that come back at once are asked in turn. */
    @Test
    void manyThatAreBackAreNotAskedAtOnce() {
        reconnections
                .opened(
                        IntStream.range(0, 1000)
                                .mapToObj(i -> connection("CS-" + i, 60 + i))
                                .toList())
                .block();
        asking(true).askReconnected().block();
        assertThat(sent).hasSize(20);
        assertThat(sent.getFirst())
                .isEqualTo(new GetTransactionStatusRequest("tx-of-CS-999", null)); // waits longest
        for (int second = 1; second < 50; second++) {
            asking(true).askReconnected().block();
        }
        assertThat(sent).hasSize(1000).doesNotHaveDuplicates();
    }

    private static Connection connection(String station, int secondsAgo) {
        Instant at = NOW.minusSeconds(secondsAgo);
        return new Connection(new StationKey("default", station), "c", at.toEpochMilli(), at);
    }
}
