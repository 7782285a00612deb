/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.contracts.gateway.JournalEntry;
import io.ohmnibus.contracts.gateway.JournalEntry.Direction;
import io.ohmnibus.contracts.station.JournalSwitch;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.state.CompactedTopics;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What people see of the frames of a station that they look at. */
@EmbeddedTest
final class JournalIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";
    private static final String PASSWORD = "a-very-secret-password";
    private static final String TOKEN = "DEADBEEF";

    private static GatewayUnderTest gateway;
    private static final List<String> keys = new CopyOnWriteArrayList<>();
    private static final List<JournalEntry> entries = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start(EmbeddedServers servers) {
        gateway =
                new GatewayUnderTest(
                        servers,
                        0,
                        "ohmnibus.gateway.session.models[0].vendor=Sloppy",
                        "ohmnibus.gateway.session.models[0].tolerate=long-texts");
        gateway.bean(Bus.class)
                .group(
                        "test-journal",
                        List.of(Topics.JOURNAL),
                        record -> {
                            keys.add(record.key());
                            entries.add(BusJson.read(record.body(), JournalEntry.class));
                            return Mono.empty();
                        });
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static void switchOn(String station, Duration time) {
        gateway.bean(CompactedTopics.class)
                .<JournalSwitch>topic(Topics.JOURNALING)
                .put(
                        new StationKey("default", station),
                        new JournalSwitch(Instant.now().plus(time), "somebody"))
                .block(LIMIT);
    }

    @Test
    void showsBothDirectionsWithoutSecrets() { // A14
        try (RawStation station = gateway.accepted("JO-1");
                RawStation other = gateway.accepted("JO-2")) {
            switchOn("JO-1", Duration.ofHours(1));
            await().atMost(LIMIT)
                    .until(() -> {
                        assertThat(other.ask(HEARTBEAT)).contains("currentTime");
                        assertThat(station.ask(HEARTBEAT)).contains("currentTime");
                        return keys.contains("default/JO-1");
                    });
            station.text(
                    "[2,\"te\",\"TransactionEvent\",{\"eventType\":\"Started\",\"timestamp\":"
                            + "\"2026-01-01T00:00:00Z\",\"triggerReason\":\"Authorized\",\"seqNo\":0,"
                            + "\"transactionInfo\":{\"transactionId\":\"t\"},\"idToken\":{\"idToken\":\""
                            + TOKEN
                            + "\",\"type\":\"ISO14443\"}}]");
            assertThat(station.read().text()).startsWith("[4,\"te\",\"InternalError\"");
            assertThat(station.ask("no json, " + PASSWORD)).startsWith("[4,\"-1\"");
            String id =
                    gateway.command(
                            "JO-1",
                            "SetVariables",
                            "{\"setVariableData\":[{\"attributeValue\":\""
                                    + PASSWORD
                                    + "\",\"component\":{\"name\":\"SecurityCtrlr\"},"
                                    + "\"variable\":{\"name\":\"BasicAuthPassword\"}}]}",
                            LIMIT,
                            false);
            assertThat(station.read().text()).contains(id, PASSWORD);
            station.text("[4,\"" + id + "\",\"NotSupported\",\"\",{}]");
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(of(id))
                                    .extracting(JournalEntry::messageType)
                                    .containsExactly("CALL", "CALLERROR"));
            assertThat(of(id))
                    .extracting(JournalEntry::direction)
                    .containsExactly(Direction.TO_STATION, Direction.FROM_STATION);
            assertThat(of(id)).extracting(JournalEntry::action).containsOnly("SetVariables");
            assertThat(of("te"))
                    .extracting(JournalEntry::messageType)
                    .containsExactly("CALL", "CALLERROR");
            assertThat(entries).extracting(JournalEntry::messageType).contains("unreadable");
            assertThat(entries.toString()).doesNotContain(PASSWORD, TOKEN).contains("***");
            assertThat(keys).doesNotContain("default/JO-2");
        }
    }

    @Test
    void showsWhatWasToleratedBesideTheFrameAsItWasSent() { // pain 9
        gateway.register("JO-4");
        switchOn("JO-4", Duration.ofHours(1));
        String serial = "7".repeat(30);
        try (RawStation station = gateway.connect("JO-4", "ocpp2.1")) {
            await().atMost(LIMIT).until(() -> !written("JO-4", station).isEmpty());
            assertThat(
                            station.ask(
                                    "[2,\"sloppy\",\"BootNotification\",{\"reason\":\"PowerUp\","
                                            + "\"chargingStation\":{\"vendorName\":\"Sloppy\","
                                            + "\"model\":\"M\",\"serialNumber\":\""
                                            + serial
                                            + "\"}}]"))
                    .contains("Accepted");
        }
        await().atMost(LIMIT).until(() -> of("sloppy").size() == 2);
        JournalEntry sent = of("sloppy").getFirst();
        assertThat(sent.frame()).contains(serial);
        assertThat(sent.deviations())
                .singleElement()
                .asString()
                .startsWith("LONG_TEXTS ")
                .contains("serialNumber");
        assertThat(of("sloppy").getLast().deviations()).isEmpty();
    }

    private static List<JournalEntry> of(String messageId) {
        return entries.stream().filter(entry -> messageId.equals(entry.messageId())).toList();
    }

    @Test
    void endsByItselfAndGoesOnAfterAReconnect() {
        gateway.register("JO-3");
        switchOn("JO-3", Duration.ofSeconds(10));
        await().atMost(LIMIT)
                .until(() -> {
                    try (RawStation station = gateway.accepted("JO-3")) {
                        return !written("JO-3", station).isEmpty();
                    }
                });
        await().atMost(LIMIT)
                .until(() -> {
                    try (RawStation station = gateway.accepted("JO-3")) {
                        int before = keys.size();
                        station.ask(HEARTBEAT);
                        station.ask(HEARTBEAT);
                        return keys.size() == before && keys.contains("default/JO-3");
                    }
                });
    }

    private static List<String> written(String id, RawStation station) {
        station.ask(HEARTBEAT);
        return keys.stream().filter(key -> key.equals("default/" + id)).toList();
    }
}
