/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.display.DisplayMessages.Mirrored;
import io.ohmnibus.station.display.DisplayMessages.Reported;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresDisplayMessagesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final DisplayMessages messages;

    PostgresDisplayMessagesIT(TestDatabase database) {
        messages =
                new PostgresDisplayMessages(
                        ServiceDatabase.migrate(database, Service.STATION).client(),
                        new DisplayProperties(5, Duration.ofMinutes(5), 3, 3, 2, true));
    }

    private static StationKey station(String id) {
        return new StationKey("default", id);
    }

    private List<Mirrored> list(
            StationKey station, DisplayCriteria criteria, @Nullable Long after) {
        return Objects.requireNonNull(
                messages.list(station, criteria, new DisplayMessages.Position(after, 10), NOW)
                        .collectList()
                        .block());
    }

    private List<Integer> ids(StationKey station) {
        return list(station, DisplayCriteria.ALL, null).stream().map(Mirrored::id).toList();
    }

    @Test
    @Requirement({"O01.FR.16", "O06.FR.01"})
    void replacesByIdAndWhatIsAlwaysInFront() {
        StationKey station = station("CS-1");
        assertThat(messages.any(station).block()).isFalse();
        assertThat(messages.freeId(station).block()).isEqualTo(1);
        messages.taken(station, Texts.message(1), NOW).block();
        messages.taken(station, Texts.message(1, MessagePriorityEnum.ALWAYS_FRONT, null), NOW)
                .block();
        messages.taken(station, Texts.message(2, MessagePriorityEnum.IN_FRONT, "TX"), NOW).block();
        assertThat(list(station, DisplayCriteria.ALL, null).getFirst().message())
                .contains("\"priority\":\"AlwaysFront\"")
                .contains("\"content\":\"Hello\"");
        messages.taken(station, Texts.message(3, MessagePriorityEnum.ALWAYS_FRONT, null), NOW)
                .block();
        assertThat(ids(station)).containsExactly(2, 3);
        assertThat(messages.any(station).block()).isTrue();
        assertThat(messages.freeId(station).block()).isEqualTo(4);
        assertThat(list(station, DisplayCriteria.ALL, 2L))
                .extracting(Mirrored::id)
                .containsExactly(3);
        assertThat(ids(station("CS-2"))).isEmpty();

        messages.transactionEnded(station, "tx").block();
        messages.cleared(station, 3).block();
        assertThat(ids(station)).isEmpty();
    }

    @Test
    void marksWhatIsDoubtfulAndKeepsWhatStood() {
        StationKey station = station("CS-3");
        messages.taken(station, Texts.message(1), NOW).block();
        messages.doubtful(station, Texts.message(1, MessagePriorityEnum.IN_FRONT, null), NOW)
                .block();
        messages.doubtful(station, Texts.message(2), NOW).block();
        List<Mirrored> all = list(station, DisplayCriteria.ALL, null);
        assertThat(all).extracting(Mirrored::certain).containsExactly(false, false);
        assertThat(all.getFirst().message()).contains("NormalCycle");
        messages.taken(station, Texts.message(2), NOW).block();
        messages.doubtful(station, 2, NOW).block();
        assertThat(list(station, DisplayCriteria.ALL, 1L).getFirst().certain()).isFalse();
    }

    @Test
    @Requirement("O01.FR.07")
    void doesNotShowWhatHasEnded() {
        StationKey station = station("CS-4");
        messages.taken(station, Texts.lasting(1, null, NOW), NOW).block();
        messages.taken(station, Texts.lasting(2, null, NOW.plusSeconds(1)), NOW).block();
        messages.taken(station, Texts.lasting(3, null, Instant.parse("0000-01-01T00:00:00Z")), NOW)
                .block();
        assertThat(ids(station)).containsExactly(2);
    }

    @Test
    @Requirement("O03.FR.02")
    void aCompleteReportReplacesTheMirror() {
        StationKey station = station("CS-5");
        messages.taken(station, Texts.message(1), NOW).block();
        messages.taken(station, Texts.message(2, MessagePriorityEnum.IN_FRONT, null), NOW).block();
        messages.taken(station, Texts.message(3), NOW.plusSeconds(2)).block();
        Instant asked = NOW.plusSeconds(1);
        messages.reported(
                        station,
                        List.of(Texts.message(4), Texts.message(1), Texts.message(4)),
                        new Reported(7, NOW.minusSeconds(5)))
                .block();
        DisplayCriteria normal = new DisplayCriteria(null, MessagePriorityEnum.NORMAL_CYCLE, null);
        messages.forgetUnmentioned(station, normal, new Reported(7, asked)).block();
        // 2 was not asked for, 3 was set meanwhile.
        assertThat(ids(station)).containsExactly(1, 2, 3, 4);
        assertThat(list(station, normal, null)).extracting(Mirrored::id).containsExactly(1, 3, 4);

        messages.reported(station, List.of(), new Reported(8, asked)).block();
        var some = new DisplayCriteria(List.of(1, 2), null, null);
        messages.forgetUnmentioned(station, some, new Reported(8, asked)).block();
        assertThat(ids(station)).containsExactly(3, 4);
    }

    @Test // A40
    void aStationCannotFillTheTable() {
        StationKey station = station("CS-6");
        List<MessageInfo> many = IntStream.range(0, 50).mapToObj(id -> Texts.message(id)).toList();
        messages.reported(station, many, new Reported(1, NOW)).block();
        messages.reported(station, many.reversed(), new Reported(1, NOW)).block();
        assertThat(ids(station)).containsExactly(0, 1, 2, 3, 4);
    }
}
