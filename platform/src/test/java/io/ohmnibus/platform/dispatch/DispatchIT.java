/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import static io.ohmnibus.platform.testing.TestGateway.newStation;
import static io.ohmnibus.platform.testing.TestGateway.reply;
import static io.ohmnibus.platform.testing.TestGateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.testing.TestGateway;
import io.ohmnibus.platform.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** CALLs on their way through the dispatcher, on a real broker and database. */
class DispatchIT {

    private static final String HELLO = "{\"vendorId\":\"acme\",\"data\":\"hello\"}";

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;

    @SuppressWarnings("NullAway.Init")
    private static TestGateway gateway;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({ScriptedHandler.class, CountingHandler.class, Watching.class})
    static class App {}

    /** Remembers whose messages it saw, and fails for those it is told. */
    static final class Watching implements CallObserver<DataTransferRequest> {

        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final Set<String> failing = ConcurrentHashMap.newKeySet();

        @Override
        public Mono<Void> observe(Station station, DataTransferRequest message) {
            seen.add(station.id());
            return failing.contains(station.id())
                    ? Mono.error(new IllegalStateException("cannot look"))
                    : Mono.empty();
        }
    }

    @BeforeAll
    static void start() {
        service = TestPlatform.run(App.class, Service.STATION, "--spring.r2dbc.pool.max-size=4");
        database()
                .sql("create table effects (station text not null, transaction bigint)")
                .then()
                .block();
        gateway = new TestGateway(service.getBean(Bus.class));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    private static DatabaseClient database() {
        return service.getBean(DatabaseClient.class);
    }

    private static ScriptedHandler handler() {
        return service.getBean(ScriptedHandler.class);
    }

    /** An effect in the database, then the data of the request as the answer. */
    private static Mono<DataTransferResponse> echo(String station, DataTransferRequest request) {
        return database()
                .sql("insert into effects (station) values (:station)")
                .bind("station", station)
                .then()
                .thenReturn(ScriptedHandler.accepted(request.data()));
    }

    private static long effects(String station) {
        return Objects.requireNonNull(
                database()
                        .sql("select count(*) as n from effects where station = :station")
                        .bind("station", station)
                        .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                        .one()
                        .block(Duration.ofSeconds(30)));
    }

    private static String outcome(BusRecord reply) {
        return reply.required(Headers.OUTCOME);
    }

    @Test
    void answersACallAfterItsEffect() {
        String station = newStation();
        handler().handle(station, request -> echo(station, request));

        BusRecord reply = reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));

        assertThat(outcome(reply)).isEqualTo(Headers.ANSWERED);
        assertThat(text(reply)).isEqualTo("{\"status\":\"Accepted\",\"data\":\"hello\"}");
        assertThat(effects(station)).isEqualTo(1);
    }

    @Test
    void preparesBeforeTheTransactionAndHandlesInIt() {
        String station = newStation();
        AtomicInteger prepared = new AtomicInteger();
        handler()
                .prepare(
                        station,
                        _ ->
                                ScriptedHandler.inTransaction()
                                        .doOnNext(inside -> prepared.set(inside ? 2 : 1))
                                        .then());
        handler()
                .handle(
                        station,
                        _ -> ScriptedHandler.inTransaction().map(ScriptedHandler::accepted));

        BusRecord reply = reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));

        assertThat(prepared).hasValue(1);
        assertThat(text(reply)).isEqualTo("{\"status\":\"Accepted\",\"data\":true}");
    }

    @Test
    void answersOthersWhileManyWaitForAnotherService() { // with four database connections
        List<String> asking = Stream.generate(TestGateway::newStation).limit(10).toList();
        CountDownLatch waiting = new CountDownLatch(asking.size());
        for (String station : asking) {
            handler()
                    .prepare(
                            station,
                            _ -> {
                                waiting.countDown();
                                return Mono.never();
                            });
            var _ = gateway.call(station, Action.DATA_TRANSFER, HELLO);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting.getCount() == 0);

        String station = newStation();
        handler().handle(station, request -> echo(station, request));
        BusRecord reply = reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));

        assertThat(outcome(reply)).isEqualTo(Headers.ANSWERED);
        assertThat(effects(station)).isEqualTo(1);
    }

    @Test
    void keepsAnswersWhereNobodyCanReadThem() { // A14
        String station = newStation();
        handler().handle(station, request -> echo(station, request));
        reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));
        byte[] kept =
                Objects.requireNonNull(
                        database()
                                .sql("select answer from handled_calls where station_id = :station")
                                .bind("station", station)
                                .map(row -> Objects.requireNonNull(row.get("answer", byte[].class)))
                                .one()
                                .block(Duration.ofSeconds(30)));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("hello");
    }

    @Test
    void showsACallToEachObserverOnceAndAnswersWhateverBecomesOfThem() {
        String station = newStation();
        Watching watching = service.getBean(Watching.class);
        watching.failing.add(station);

        BusRecord reply = reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));
        assertThat(outcome(reply)).isEqualTo(Headers.ANSWERED);
        await().atMost(Duration.ofSeconds(30)).until(() -> watching.seen.contains(station));

        watching.failing.remove(station);
        reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Collections.frequency(watching.seen, station) == 2);
    }

    @Test
    void showsObserversOnlyWhatTheyWatch() {
        String station = newStation();
        reply(
                gateway.call(
                        station,
                        Action.NOTIFY_REPORT,
                        "{\"requestId\":1,\"generatedAt\":\"2026-01-01T00:00:00Z\",\"seqNo\":0}"));
        reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));
        Watching watching = service.getBean(Watching.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> watching.seen.contains(station));
        assertThat(Collections.frequency(watching.seen, station)).isEqualTo(1);
    }

    @Test
    void givesARepeatedCallTheFirstAnswerWithoutASecondEffect() {
        String station = newStation();
        AtomicInteger calls = new AtomicInteger();
        handler()
                .handle(
                        station,
                        request ->
                                echo(station, request)
                                        .thenReturn(
                                                ScriptedHandler.accepted(calls.incrementAndGet())));

        BusRecord first = reply(gateway.call(station, Action.DATA_TRANSFER, "m1", HELLO));
        BusRecord again = reply(gateway.call(station, Action.DATA_TRANSFER, "m1", HELLO));

        assertThat(text(again)).isEqualTo(text(first)).contains("\"data\":1");
        assertThat(effects(station)).isEqualTo(1);
    }

    @Test
    void givesARepeatedCallTheFirstAnswerAlsoWhenItCannotBeHandledNow() {
        String station = newStation();
        handler().handle(station, request -> echo(station, request));
        BusRecord first = reply(gateway.call(station, Action.DATA_TRANSFER, "m1", HELLO));
        handler().prepare(station, _ -> Mono.error(new QueryFailed("nobody answers")));

        BusRecord again = reply(gateway.call(station, Action.DATA_TRANSFER, "m1", HELLO));

        assertThat(text(again)).isEqualTo(text(first));
    }

    @Test
    void hearsAMessageIdThatIsUsedAgainForOtherContent() { // stations count anew after a reboot
        String station = newStation();
        handler().handle(station, request -> echo(station, request));
        reply(gateway.call(station, Action.DATA_TRANSFER, "m1", HELLO));

        BusRecord other =
                reply(
                        gateway.call(
                                station,
                                Action.DATA_TRANSFER,
                                "m1",
                                "{\"vendorId\":\"acme\",\"data\":\"other\"}"));

        assertThat(text(other)).contains("\"other\"");
        assertThat(effects(station)).isEqualTo(2);
    }

    private static CountingHandler counting() {
        return service.getBean(CountingHandler.class);
    }

    private static CompletableFuture<BusRecord> status(String station, String messageId) {
        return gateway.call(
                station,
                Action.STATUS_NOTIFICATION,
                messageId,
                "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"connectorStatus\":\"Available\","
                        + "\"evseId\":1,\"connectorId\":1}");
    }

    private static List<String> newStations(int number) {
        return Stream.generate(TestGateway::newStation).limit(number).toList();
    }

    /** Sends CALLs while both places are busy, so that they are handled together afterwards. */
    private static List<BusRecord> together(List<String> stations) {
        Sinks.Empty<Void> end = Sinks.empty();
        List<String> busy = newStations(2);
        for (String station : busy) {
            counting().hold(station, end.asMono());
            var _ = status(station, "m1");
            await().atMost(Duration.ofSeconds(30)).until(() -> counting().holds(station));
        }
        List<CompletableFuture<BusRecord>> calls =
                stations.stream().map(station -> status(station, "m1")).toList();
        Set<Integer> partitions = new HashSet<>();
        while (partitions.size() < 4) { // what stands behind them was read, so they were, too
            BusRecord behind = reply(gateway.call(newStation(), Action.DATA_TRANSFER, HELLO));
            partitions.add(partition(behind.key()));
        }
        end.tryEmitEmpty().orThrow();
        return calls.stream().map(TestGateway::reply).toList();
    }

    /** Where Kafka puts a key. */
    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 4;
    }

    private static List<Long> transactions(List<String> stations) {
        return database()
                .sql("select distinct transaction from effects where station = any(:stations)")
                .bind("stations", stations.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get("transaction", Long.class)))
                .all()
                .collectList()
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }

    @Test
    void answersOneActionWhileManyOfAnotherWait() { // pain 26: as boots among reports
        Sinks.Empty<Void> end = Sinks.empty();
        List<String> stuck = newStations(22);
        stuck.forEach(station -> counting().hold(station, end.asMono()));
        List<CompletableFuture<BusRecord>> waiting =
                stuck.stream().map(station -> status(station, "m1")).toList();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> stuck.stream().filter(counting()::holds).count() == 2);

        BusRecord other = reply(gateway.call(newStation(), Action.DATA_TRANSFER, HELLO));

        assertThat(outcome(other)).isEqualTo(Headers.ANSWERED);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        end.tryEmitEmpty().orThrow();
        waiting.forEach(call -> assertThat(outcome(reply(call))).isEqualTo(Headers.ANSWERED));
    }

    @Test
    void handlesWhatWaitsInOneTransactionAndAnswersEach() {
        List<String> stations = newStations(20);

        List<BusRecord> replies = together(stations);

        assertThat(replies)
                .extracting(DispatchIT::outcome, BusRecord::key)
                .containsExactlyElementsOf(
                        stations.stream()
                                .map(station -> tuple(Headers.ANSWERED, "default/" + station))
                                .toList());
        assertThat(transactions(stations)).hasSize(1);
        stations.forEach(station -> assertThat(effects(station)).isEqualTo(1));
    }

    @Test
    void harmsNoneOfThoseHandledTogetherWithOneThatFails() {
        List<String> stations = newStations(10);
        String failing = stations.get(4);
        counting().failing.add(failing);

        List<BusRecord> replies = together(stations);

        for (BusRecord reply : replies) {
            boolean fails = reply.key().endsWith(failing);
            assertThat(outcome(reply)).isEqualTo(fails ? Headers.REFUSED : Headers.ANSWERED);
        }
        stations.forEach(
                station -> assertThat(effects(station)).isEqualTo(station.equals(failing) ? 0 : 1));
    }

    @Test
    void givesARepeatedCallTheFirstAnswerAmongOthersToo() {
        List<String> stations = newStations(10);
        String first = text(reply(status(stations.get(3), "m1")));
        reply(status(stations.get(7), "m1"));

        List<BusRecord> replies = together(stations);

        assertThat(replies).extracting(DispatchIT::outcome).containsOnly(Headers.ANSWERED);
        assertThat(text(replies.get(3))).isEqualTo(first);
        stations.forEach(station -> assertThat(effects(station)).isEqualTo(1));
        assertThat(transactions(stations)).hasSize(3);
    }

    @Test
    void refusesWithTheErrorOfTheHandlerAndKeepsNothing() {
        String station = newStation();
        handler()
                .handle(
                        station,
                        request ->
                                echo(station, request)
                                        .then(
                                                Mono.error(
                                                        new OcppException(
                                                                OcppErrorCode.SECURITY_ERROR,
                                                                "not you"))));

        BusRecord reply = reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));

        assertThat(outcome(reply)).isEqualTo(Headers.REFUSED);
        assertThat(text(reply)).contains("SecurityError", "not you");
        assertThat(effects(station)).isZero();
    }

    @Test
    void saysThatAnActionWithoutHandlerIsNotSupported() {
        BusRecord reply =
                reply(
                        gateway.call(
                                newStation(),
                                Action.NOTIFY_REPORT,
                                "{\"requestId\":1,\"generatedAt\":\"2026-01-01T00:00:00Z\",\"seqNo\":0}"));

        assertThat(text(reply)).contains("NotSupported");
    }

    @Test
    void answersInternalErrorWhenAHandlerGivesNoAnswer() {
        String station = newStation();
        handler().handle(station, request -> echo(station, request).then(Mono.empty()));

        BusRecord reply = reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));

        assertThat(text(reply)).contains("InternalError");
        assertThat(effects(station)).isZero();
    }

    @Test
    void answersInternalErrorWithoutTheCauseWhenAHandlerFails() {
        String station = newStation();
        handler()
                .handle(
                        station,
                        request ->
                                echo(station, request)
                                        .then(Mono.error(new IllegalStateException("secret"))));

        BusRecord reply = reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));

        assertThat(text(reply)).contains("InternalError").doesNotContain("secret");
        assertThat(effects(station)).isZero();
    }

    @Test
    void triesAgainWhatTheDatabaseRefusesForAMoment() {
        String station = newStation();
        AtomicInteger attempts = new AtomicInteger();
        handler()
                .handle(
                        station,
                        request ->
                                attempts.incrementAndGet() < 3
                                        ? Mono.error(
                                                new TransientDataAccessResourceException("wait"))
                                        : echo(station, request));

        BusRecord reply = reply(gateway.call(station, Action.DATA_TRANSFER, HELLO));

        assertThat(outcome(reply)).isEqualTo(Headers.ANSWERED);
        assertThat(attempts).hasValue(3);
        assertThat(effects(station)).isEqualTo(1);
    }

    @Test
    void answersInternalErrorWhenTheTimeIsUp() {
        String station = newStation();
        handler().handle(station, _ -> Mono.never());

        BusRecord reply =
                reply(
                        gateway.call(
                                station, Action.DATA_TRANSFER, "m1", HELLO, Duration.ofSeconds(1)));

        assertThat(text(reply)).contains("InternalError");
    }
}
