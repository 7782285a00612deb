/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.faults;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.RunningPlatform;
import io.ohmnibus.e2e.Started;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thousand stations present the same token at the same moment: one gets it, all are answered. */
@Tag("faults")
class SharedTokenIT {

    private static final Logger log = LoggerFactory.getLogger(SharedTokenIT.class);
    private static final int STATIONS = Integer.getInteger("ohmnibus.stations", 1000);

    @Test
    void oneOfAThousandGetsATokenAndAllAreAnswered() throws Exception {
        IdToken token = token("Accepted");
        List<Station> stations = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < STATIONS; i++) {
                stations.add(
                        accepted(
                                RunningPlatform.station(OcppVersion.V2_1)
                                        .framesKept(0)
                                        .messageTimeout(Duration.ofSeconds(60))));
            }
            Instant begin = Instant.now();
            List<Future<String>> answers =
                    stations.stream()
                            .map(station -> threads.submit(() -> outcome(station, token)))
                            .toList();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> answer : answers) {
                outcomes.add(answer.get());
            }
            Map<String, Long> counts =
                    outcomes.stream()
                            .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
            log.info("{} in {}", counts, Duration.between(begin, Instant.now()));

            assertThat(counts)
                    .containsOnly(
                            Map.entry(AuthorizationStatusEnum.ACCEPTED.wireName(), 1L),
                            Map.entry(
                                    AuthorizationStatusEnum.CONCURRENT_TX.wireName(),
                                    STATIONS - 1L));
        } finally {
            stations.forEach(Station::close);
        }
    }

    private static String outcome(Station station, IdToken token) {
        try {
            TransactionEventResponse answer = station.call(Started.now(station, token));
            return answer.idTokenInfo() == null
                    ? "no judgement"
                    : answer.idTokenInfo().status().wireName();
        } catch (RuntimeException e) {
            return e.getMessage() == null
                    ? e.toString()
                    : e.getMessage().lines().findFirst().orElse("");
        }
    }
}
