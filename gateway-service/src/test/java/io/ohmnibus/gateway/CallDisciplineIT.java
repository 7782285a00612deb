/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static io.ohmnibus.gateway.GatewayUnderTest.bootNotification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CALLs in both directions, in the order and number that Part 4, chapter 4 allows. */
@EmbeddedTest
final class CallDisciplineIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SETTLE_TIME = Duration.ofSeconds(1);
    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";

    private static GatewayUnderTest gateway;
    private static String handedOn;
    private static String notHandedOn;

    @BeforeAll
    static void start(EmbeddedServers servers) {
        try (TestServices services = new TestServices(servers.kafkaBootstrap())) {
            handedOn = services.handedOn("CD-router", TestServices.PARTITIONS - 1);
            notHandedOn =
                    services.command("CD-router", "ClearCache", "{}", Duration.ofMinutes(5), true);
        }
        gateway =
                new GatewayUnderTest(
                        servers,
                        0,
                        "ohmnibus.gateway.session.settle-time=" + SETTLE_TIME,
                        "ohmnibus.gateway.session.max-unanswered-calls=2",
                        "ohmnibus.gateway.session.models[0].vendor=Slow",
                        "ohmnibus.gateway.session.models[0].model=Wall*",
                        "ohmnibus.gateway.session.models[0].command-timeout=PT20S",
                        "ohmnibus.gateway.session.models[1].vendor=Sloppy",
                        "ohmnibus.gateway.session.models[1].tolerate=long-texts,nulls");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String clearCache(String station) {
        return command(station, "ClearCache", "{}");
    }

    private static String command(String station, String action, String payload) {
        return gateway.command(station, action, payload, LIMIT, false);
    }

    private static void accept(RawStation station, String id) {
        station.text("[3,\"" + id + "\",{\"status\":\"Accepted\"}]");
    }

    /** Waits until all commands so far are with the session. */
    private static void submitted(String station201) {
        String unknown = command(station201, "ClearTariffs", "{}");
        assertThat(gateway.outcomeOf(unknown)).isEqualTo("refused");
    }

    private static String dataTransfer(String id, String data) {
        return "[2,\"" + id + "\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":\"" + data + "\"}]";
    }

    @Test
    void sendsWhatADriverWaitsForBeforeReports() {
        try (RawStation station = gateway.accepted("CD-priority", "ocpp2.0.1")) {
            String first = clearCache("CD-priority");
            assertThat(station.read().text()).contains(first);
            String report =
                    command(
                            "CD-priority",
                            "GetBaseReport",
                            "{\"requestId\":1,\"reportBase\":\"FullInventory\"}");
            String second = clearCache("CD-priority");
            String stop =
                    command("CD-priority", "RequestStopTransaction", "{\"transactionId\":\"t\"}");
            String third = clearCache("CD-priority");
            String unlock =
                    command("CD-priority", "UnlockConnector", "{\"evseId\":1,\"connectorId\":1}");
            submitted("CD-priority");
            accept(station, first);
            List<String> order = new ArrayList<>();
            for (String id : List.of(stop, unlock, second, third, report)) {
                String frame = station.read().text();
                order.add(frame.substring(4, 40));
                station.text("[4,\"" + id + "\",\"NotSupported\",\"\",{}]");
            }
            assertThat(order).containsExactly(stop, unlock, second, third, report);
        }
    }

    @Test
    void leavesAStationAloneAfterBootUntilItHasSettled() { // pain 24
        gateway.register("CD-settle");
        try (RawStation station = gateway.connect("CD-settle", "ocpp2.1")) {
            gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
            assertThat(station.ask(bootNotification("b"))).contains("Accepted");
            Instant booted = Instant.now();
            String id = clearCache("CD-settle");
            assertThat(station.read().text()).contains(id);
            assertThat(Duration.between(booted, Instant.now()))
                    .isGreaterThan(SETTLE_TIME.dividedBy(2));
        }
    }

    @Test
    void answersABootNotificationBeforeItSaysAnythingElse() { // pains 24, 26
        try (RawStation station = gateway.accepted("CD-boot")) {
            gateway.answers.remove("BootNotification");
            gateway.calls.clear();
            station.text(bootNotification("again"));
            BusRecord boot = gateway.nextCall("CD-boot", "BootNotification");
            String id = clearCache("CD-boot");
            await().pollDelay(SETTLE_TIME).until(() -> true);
            gateway.reply(boot, GatewayUnderTest.ACCEPTED);
            assertThat(station.read().text()).startsWith("[3,\"again\"");
            assertThat(station.read().text()).contains(id);
        } finally {
            gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
        }
    }

    @Test
    void triggersAStationAtMostOnceInTheTimeThatItNeedsToSettle() { // pain 24
        try (RawStation station = gateway.accepted("CD-trigger", "ocpp2.0.1")) {
            String first = trigger("CD-trigger");
            assertThat(station.read().text()).contains(first);
            String second = trigger("CD-trigger");
            submitted("CD-trigger");
            Instant triggered = Instant.now();
            accept(station, first);
            String other = clearCache("CD-trigger");
            assertThat(station.read().text()).as("others need not wait").contains(other);
            accept(station, other);

            assertThat(station.read().text()).contains(second);
            assertThat(Duration.between(triggered, Instant.now()))
                    .isGreaterThan(SETTLE_TIME.dividedBy(2));
            accept(station, second);
            assertThat(gateway.outcomeOf(second)).isEqualTo("answered");
        }
    }

    private static String trigger(String station) {
        return command(station, "TriggerMessage", "{\"requestedMessage\":\"StatusNotification\"}");
    }

    @Test
    void survivesABootAnswerThatCannotBeRead() {
        gateway.register("CD-odd-answer");
        try (RawStation station = gateway.connect("CD-odd-answer", "ocpp2.1")) {
            gateway.answers.put("BootNotification", "{\"status\":7}");
            assertThat(station.ask(bootNotification("b1")))
                    .startsWith("[4,\"b1\",\"InternalError\"");
            gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
            assertThat(station.ask(bootNotification("b2"))).contains("Accepted");
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
        } finally {
            gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
        }
    }

    @Test
    void closesAConnectionThatAnswersNoCalls() { // pain 23
        try (RawStation station = gateway.accepted("CD-half-dead")) {
            String first = clearCache("CD-half-dead");
            String second = clearCache("CD-half-dead");
            assertThat(station.read().text()).contains(first);
            assertThat(station.ask(HEARTBEAT)).contains("currentTime"); // it seems alive
            assertThat(station.read().text()).contains(second);
            assertThat(station.read().closeCode()).isEqualTo(1001);
            assertThat(gateway.outcomeOf(first)).isEqualTo("timedOut");
            assertThat(gateway.outcomeOf(second)).isEqualTo("timedOut");
            assertThat(gateway.count("closed", "cause", "unanswered")).isPositive();
        }
    }

    @Test
    void takesALateAnswerForNoOther() { // A22, pain 5, pain 15, F37
        try (RawStation station = gateway.accepted("CD-late")) {
            double before = gateway.count("results.unmatched", "cause", "late");
            String first = clearCache("CD-late");
            assertThat(station.read().text()).contains(first);
            assertThat(gateway.outcomeOf(first)).isEqualTo("timedOut");
            String second = clearCache("CD-late");
            assertThat(station.read().text()).contains(second);
            accept(station, first);
            station.text("[4,\"" + second + "\",\"NotSupported\",\"\",{}]");
            assertThat(gateway.outcomeOf(second)).isEqualTo("refused");
            assertThat(gateway.count("results.unmatched", "cause", "late")).isEqualTo(before + 1);
        }
    }

    @Test
    void takesNoAnswerFromAnotherStation() { // A22
        try (RawStation station = gateway.accepted("CD-mine");
                RawStation other = gateway.accepted("CD-foreign")) {
            double before = gateway.count("results.unmatched", "cause", "unknown");
            String id = clearCache("CD-mine");
            assertThat(station.read().text()).contains(id);
            other.text("[4,\"" + id + "\",\"SecurityError\",\"\",{}]");
            other.text("[5,\"" + id + "\",\"SecurityError\",\"\",{}]");
            assertThat(other.ask(HEARTBEAT)).contains("currentTime");
            accept(station, id);
            assertThat(gateway.outcomeOf(id)).isEqualTo("answered");
            assertThat(gateway.count("results.unmatched", "cause", "unknown"))
                    .isEqualTo(before + 1);
        }
    }

    @Test
    void letsCallsCross() { // F38, pain 4
        try (RawStation station = gateway.accepted("CD-cross")) {
            String id = clearCache("CD-cross");
            assertThat(station.read().text()).contains(id);
            assertThat(station.ask(dataTransfer("d1", "x"))).startsWith("[3,\"d1\"");
            assertThat(station.ask(HEARTBEAT)).startsWith("[3,\"hb\"");
            accept(station, id);
            assertThat(gateway.outcomeOf(id)).isEqualTo("answered");
        }
    }

    @Test
    void sendsWhatAServiceSaysTwiceOnceThoughTheConnectionIsAnother() { // F6, F7
        String id;
        try (RawStation station = gateway.accepted("CD-again")) {
            id = clearCache("CD-again");
            assertThat(station.read().text()).contains(id);
            accept(station, id);
            assertThat(gateway.outcomeOf(id)).isEqualTo("answered");
        }
        try (RawStation station = gateway.accepted("CD-again")) {
            gateway.repeat(id, "CD-again", "ClearCache", "{}");
            String next = clearCache("CD-again");
            assertThat(station.read().text()).contains(next).doesNotContain(id);
            accept(station, next);
            assertThat(gateway.outcomeOf(next)).isEqualTo("answered");
        }
    }

    @Test
    void sendsNothingThatARouterHandedOnBeforeItWasKilled() { // F5
        try (RawStation station = gateway.accepted("CD-router")) {
            assertThat(station.read().text()).contains(notHandedOn).doesNotContain(handedOn);
            accept(station, notHandedOn);
            assertThat(gateway.outcomeOf(notHandedOn)).isEqualTo("answered");
        }
    }

    @Test
    void keepsWhatAConnectionGivesBackForTheNextOneHoweverOften() { // F5
        String id = UUID.randomUUID().toString();
        try (RawStation station = gateway.accepted("CD-back")) {
            station.text(dataTransfer("d", "x"));
            String connection =
                    gateway.nextCall("CD-back", "DataTransfer").required(Headers.CONNECTION_ID);
            assertThat(station.read().text()).contains("\"d\"");
            gateway.giveBack(id, "CD-back", "ClearCache", connection);
            gateway.giveBack(id, "CD-back", "ClearCache", connection);
            String other = clearCache("CD-back");
            assertThat(station.read().text()).contains(other);
            accept(station, other);
        }
        try (RawStation station = gateway.accepted("CD-back")) {
            assertThat(station.read().text()).contains(id);
            accept(station, id);
            assertThat(gateway.outcomeOf(id)).isEqualTo("answered");
        }
    }

    @Test
    void tellsWhoAskedWhatAStationRefusesWith() { // F39
        try (RawStation station = gateway.accepted("CD-refuses")) {
            String notImplemented = clearCache("CD-refuses");
            String garbage = clearCache("CD-refuses");
            assertThat(station.read().text()).contains(notImplemented);
            station.text("[4,\"" + notImplemented + "\",\"NotImplemented\",\"no\",{}]");
            assertThat(station.read().text()).contains(garbage);
            station.text("[4,\"" + garbage + "\",7]");
            assertThat(gateway.outcome(notImplemented).body())
                    .asString()
                    .contains("NotImplemented");
            assertThat(gateway.outcomeOf(garbage)).isEqualTo("refused");
            assertThat(station.read().text()).startsWith("[5,\"" + garbage + "\"");
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
        }
    }

    @Test
    void answersAThousandCallsInTheirOrder() { // A26
        try (RawStation station = gateway.accepted("CD-1000")) {
            for (int i = 0; i < 1000; i++) {
                station.text("[2,\"m" + i + "\",\"Heartbeat\",{}]");
            }
            for (int i = 0; i < 1000; i++) {
                assertThat(station.read().text()).startsWith("[3,\"m" + i + "\",");
            }
        }
    }

    @Test
    void refusesAnIdThatIsInHandAndPassesOnARepetition() { // A21, F36
        try (RawStation station = gateway.accepted("CD-repeat")) {
            gateway.answers.remove("DataTransfer");
            gateway.calls.clear();
            station.text(dataTransfer("same", "x"));
            station.text(dataTransfer("same", "x"));
            gateway.reply(
                    gateway.nextCall("CD-repeat", "DataTransfer"), "{\"status\":\"Rejected\"}");
            assertThat(station.read().text()).isEqualTo("[3,\"same\",{\"status\":\"Rejected\"}]");
            assertThat(station.read().text()).startsWith("[4,\"same\",\"RpcFrameworkError\"");
            station.text(dataTransfer("lost", "x"));
            gateway.nextCall("CD-repeat", "DataTransfer"); // the answer never arrives
        }
        try (RawStation station = gateway.accepted("CD-repeat")) {
            for (String id : List.of("same", "lost")) {
                station.text(dataTransfer(id, "x"));
                BusRecord again = gateway.nextCall("CD-repeat", "DataTransfer");
                assertThat(again.required(Headers.MESSAGE_ID)).isEqualTo(id);
                gateway.reply(again, "{\"status\":\"Accepted\"}");
                assertThat(station.read().text()).startsWith("[3,\"" + id + "\"");
            }
        } finally {
            gateway.answers.put("DataTransfer", "{\"status\":\"Accepted\"}");
        }
    }

    @Test
    void waitsLongerForAModelThatIsKnownToBeSlow() { // F28
        gateway.register("CD-slow-model");
        try (RawStation station = gateway.connect("CD-slow-model", "ocpp2.1")) {
            gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
            station.ask(
                    "[2,\"b\",\"BootNotification\",{\"reason\":\"PowerUp\",\"chargingStation\":"
                            + "{\"model\":\"Wallbox 7\",\"vendorName\":\"SLOW\"}}]");
            String id = clearCache("CD-slow-model");
            assertThat(station.read().text()).contains(id);
            await().pollDelay(Duration.ofSeconds(5)).until(() -> true); // others have 3 s
            accept(station, id);
            assertThat(gateway.outcomeOf(id)).isEqualTo("answered");
        }
    }

    @Test
    void waitsLongerForAStationThatAnsweredTooLate() { // F28
        try (RawStation station = gateway.accepted("CD-late")) {
            String first = clearCache("CD-late");
            assertThat(station.read().text()).contains(first);
            assertThat(gateway.outcomeOf(first)).isEqualTo("timedOut");
            accept(station, first);
            assertThat(station.ask(HEARTBEAT)).contains("currentTime"); // so that was read
            String second = clearCache("CD-late");
            assertThat(station.read().text()).contains(second);
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true); // others have 3 s
            accept(station, second);
            assertThat(gateway.outcomeOf(second)).isEqualTo("answered");
        }
    }

    private static String longSerial(String vendor) {
        return "[2,\"b\",\"BootNotification\",{\"reason\":\"PowerUp\",\"chargingStation\":"
                + "{\"model\":\"M\",\"serialNumber\":\""
                + "7".repeat(33)
                + "\",\"vendorName\":\""
                + vendor
                + "\"}}]";
    }

    @Test
    void toleratesWhatAModelIsAllowedToGetWrong() { // pain 9
        gateway.register("CD-sloppy");
        gateway.calls.clear();
        try (RawStation station = gateway.connect("CD-sloppy", "ocpp2.1")) {
            assertThat(station.ask(longSerial("Sloppy"))).contains("Accepted");
            BusRecord boot = gateway.nextCall("CD-sloppy", "BootNotification");
            assertThat(boot.body())
                    .asString()
                    .contains("7".repeat(25))
                    .doesNotContain("7".repeat(26));
            String id = clearCache("CD-sloppy");
            assertThat(station.read().text()).contains(id);
            station.text("[3,\"" + id + "\",{\"status\":\"Accepted\",\"statusInfo\":null}]");
            assertThat(gateway.outcome(id).body())
                    .asString()
                    .isEqualTo("{\"status\":\"Accepted\"}");
            assertThat(gateway.count("deviations", "kind", "long_texts")).isPositive();
            assertThat(gateway.count("deviations", "kind", "nulls")).isPositive();
        }
    }

    @Test
    void isStrictWithAllOtherStations() { // pain 9
        gateway.register("CD-strict");
        try (RawStation station = gateway.connect("CD-strict", "ocpp2.1")) {
            assertThat(station.ask(longSerial("Proper")))
                    .startsWith("[4,\"b\",\"PropertyConstraintViolation\"");
        }
    }

    @Test
    void readsASignedMessageAsTheOneInside() { // Part 4, 7.2; A52
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header =
                base64.encodeToString(
                        "{\"alg\":\"ES256\",\"OCPPAction\":\"Heartbeat\",\"OCPPMessageTypeId\":2}"
                                .getBytes(StandardCharsets.UTF_8));
        String payload = base64.encodeToString("{}".getBytes(StandardCharsets.UTF_8));
        try (RawStation station = gateway.accepted("CD-signed")) {
            assertThat(
                            station.ask(
                                    "[2,\"s\",\"Heartbeat-Signed\",{\"protected\":\""
                                            + header
                                            + "\",\"payload\":\""
                                            + payload
                                            + "\",\"signature\":\""
                                            + "A".repeat(86)
                                            + "\"}]"))
                    .startsWith("[3,\"s\",")
                    .contains("currentTime");
        }
    }
}
