/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.auth.decision.Decisions.Filter;
import io.ohmnibus.auth.decision.WrongTokens.Place;
import io.ohmnibus.contracts.auth.AuthorizationDecided;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The decision log and the count of wrong tokens, on real tables. */
@EmbeddedTest
final class DecisionsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Filter ALL = new Filter(null, null, null, null, null, null, null, null);

    private final String tenant = "T-" + UUID.randomUUID();
    private final List<Object> published = new ArrayList<>();
    private final ServiceDatabase database;
    private final PostgresDecisions decisions;

    DecisionsIT(TestDatabase test) {
        database = ServiceDatabase.migrate(test, Service.AUTH);
        decisions =
                new PostgresDecisions(
                        database.client(),
                        (station, event) -> Mono.fromRunnable(() -> published.add(event)));
    }

    private Decision decision(String station, @Nullable String token, Instant at) {
        return new Decision(
                UUID.randomUUID(),
                tenant,
                station,
                at,
                "Charge",
                token,
                token == null ? "KeyCode" : "ISO14443",
                1,
                "tx-1",
                "Accepted",
                "Known",
                "G",
                null);
    }

    private Page<Decision> list(Filter filter, PageRequest page) {
        return Objects.requireNonNull(decisions.list(tenant, filter, page).block());
    }

    @Test
    void keepsTellsAndFindsThem() {
        Decision first = decision("CS-1", "AABB", NOW);
        Decision second = decision("CS-2", null, NOW.plusSeconds(1));
        decisions.add(List.of(first, second)).block();

        assertThat(list(ALL, new PageRequest(null, 10)).items()).containsExactly(second, first);
        assertThat(
                        list(
                                        new Filter(
                                                "CS-1",
                                                "aabb",
                                                "ISO14443",
                                                "tx-1",
                                                "Accepted",
                                                "Known",
                                                NOW,
                                                NOW.plusSeconds(1)),
                                        new PageRequest(null, 10))
                                .items())
                .containsExactly(first);
        Page<Decision> page = list(ALL, new PageRequest(null, 1));
        assertThat(page.items()).containsExactly(second);
        assertThat(list(ALL, new PageRequest(Cursor.decode(page.next() + ""), 1)).items())
                .containsExactly(first);
        assertThat(published)
                .hasSize(2)
                .first()
                .isInstanceOfSatisfying(
                        AuthorizationDecided.class,
                        event -> assertThat(event.decisionId()).isEqualTo(first.id().toString()));
        assertThatThrownBy(() ->
                        list(
                                new Filter("a\0", null, null, null, null, null, null, null),
                                new PageRequest(null, 1)))
                .isInstanceOf(Problem.class);
    }

    private PostgresWrongTokens wrong(Instant at) {
        return new PostgresWrongTokens(
                database.client(),
                new DecisionProperties(Duration.ofDays(30), 3, Duration.ofMinutes(10)),
                Clock.fixed(at, ZoneOffset.UTC));
    }

    @Test
    void locksWhereTooManyWereWrongAndOpensAgain() { // A35
        Place place = new Place(new StationKey(tenant, "CS-1"), "KeyCode");
        Place other = new Place(new StationKey(tenant, "CS-1"), "ISO14443");
        for (int i = 0; i < 2; i++) {
            assertThat(wrong(NOW).count(List.of(place, other)).block()).isEmpty();
        }
        assertThat(wrong(NOW).locked(List.of(place)).block()).isEmpty();
        assertThat(wrong(NOW).count(List.of(place)).block()).containsExactly(place);
        assertThat(wrong(NOW).locked(List.of(place, other)).block()).containsExactly(place);

        Instant later = NOW.plus(Duration.ofMinutes(11));
        assertThat(wrong(later).locked(List.of(place)).block()).isEmpty();
        assertThat(wrong(later).count(List.of(place)).block()).isEmpty();
    }
}
