/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.message.ClearCacheRequest;
import io.ohmnibus.ocpp.message.ClearCacheResponse;
import io.ohmnibus.ocpp.type.ClearCacheStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class ClearCacheCommandTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final StationKey station = new StationKey("default", "CS-" + UUID.randomUUID());
    private final CacheClearings clearings;
    private final ClearCacheCommand command;

    ClearCacheCommandTest(TestDatabase database) {
        clearings =
                new CacheClearings(
                        ServiceDatabase.migrate(database, Service.AUTH).client(),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        command = new ClearCacheCommand(clearings);
    }

    private CacheClearing after(Outcome<ClearCacheResponse> outcome) {
        command.completed(station, new ClearCacheRequest(null), outcome).block();
        return Objects.requireNonNull(clearings.find(station).block());
    }

    @Test
    @Requirement({"C11.FR.02", "C11.FR.03", "C11.FR.04"})
    void remembersWhatTheStationSaidAndWhenItLastCleared() {
        assertThat(
                        after(
                                new Outcome.Answered<>(
                                        new ClearCacheResponse(
                                                ClearCacheStatusEnum.ACCEPTED, null, null))))
                .returns("Accepted", CacheClearing::status)
                .returns(NOW, CacheClearing::clearedAt);
        assertThat(
                        after(
                                new Outcome.Answered<>(
                                        new ClearCacheResponse(
                                                ClearCacheStatusEnum.REJECTED,
                                                new StatusInfo("NotEnabled", null, null),
                                                null))))
                .returns("Rejected", CacheClearing::status)
                .returns("NotEnabled", CacheClearing::reason)
                .returns(NOW, CacheClearing::clearedAt);
    }

    @Test
    void remembersThatNothingWasSaid() {
        assertThat(
                        after(
                                new Outcome.Refused<>(
                                        new OcppError(OcppErrorCode.NOT_SUPPORTED, "no cache"))))
                .returns("Refused", CacheClearing::status)
                .returns("NotSupported: no cache", CacheClearing::reason)
                .returns(null, CacheClearing::clearedAt);
        assertThat(after(new Outcome.TimedOut<>(Duration.ofSeconds(30))).status())
                .isEqualTo("TimedOut");
        assertThat(after(new Outcome.Offline<>()).status()).isEqualTo("Offline");
    }
}
