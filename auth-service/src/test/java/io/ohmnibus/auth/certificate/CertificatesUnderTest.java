/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ohmnibus.auth.FakeCommands;
import io.ohmnibus.auth.authority.TestAuthority;
import io.ohmnibus.auth.credentials.CredentialsUnderTest;
import io.ohmnibus.auth.security.OwnSecurityEventsUnderTest;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.station.VariableValues;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.CertificateSignedRequest;
import io.ohmnibus.ocpp.message.CertificateSignedResponse;
import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.message.SignCertificateResponse;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.TriggerMessageResponse;
import io.ohmnibus.ocpp.type.CertificateSignedStatusEnum;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** All of the package on a real table; what goes to the station is kept in memory. */
final class CertificatesUnderTest {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final StationKey station = new StationKey("default", "CS-" + UUID.randomUUID());
    final FakeCommands commands = new FakeCommands();
    final TestAuthority authority;
    final CredentialsUnderTest credentials;
    final StationCertificates certificates;
    final ConnectionCertificates connections;
    final CertificateOrders orders;
    final CertificateUsed used;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final OwnSecurityEventsUnderTest events;
    private final ServiceDatabase database;
    private final SignCertificateHandler handler;
    private final CertificateSignedCommand signed;
    private final CertificateList list;

    CertificatesUnderTest(TestDatabase test, String... vehicleNames) {
        Clock clock = new TickingClock();
        authority = TestAuthority.create(clock);
        database = ServiceDatabase.migrate(test, Service.AUTH);
        database.client().sql("delete from station_certificates").then().block();
        credentials = new CredentialsUnderTest(database, clock);
        certificates = new StationCertificates(database.client());
        events = new OwnSecurityEventsUnderTest(database, clock);
        connections = new ConnectionCertificates(database.client(), credentials.credentials());
        list = new CertificateList(database.client());
        orders =
                new CertificateOrders(
                        certificates,
                        connections,
                        credentials.credentials(),
                        commands,
                        database.transaction());
        used = new CertificateUsed(connections, credentials.credentials());
        handler =
                new SignCertificateHandler(
                        new SigningRules(authority.authorities(), authority.properties()),
                        credentials.credentials(),
                        certificates,
                        new VehicleNames(
                                answering(new VariableValues(List.of(vehicleNames), null))),
                        meters);
        signed =
                new CertificateSignedCommand(
                        certificates, connections, credentials.credentials(), meters);
        credentials.register(station, new StationCredentials(1, "hash", NOW));
    }

    private static Queries answering(VariableValues values) {
        return new Queries() {
            @Override
            public <A> Mono<A> ask(
                    Service owner, StationKey of, Object query, Class<A> type, Duration limit) {
                return Mono.just(type.cast(values));
            }
        };
    }

    SignCertificateResponse ask(
            String csr, @Nullable CertificateSigningUseEnum use, @Nullable Integer requestId) {
        return ask(new SignCertificateRequest(csr, use, null, requestId, null));
    }

    SignCertificateResponse ask(SignCertificateRequest request) {
        Station caller = new Station(station, OcppVersion.V2_1, new Call("m", NOW, "connection"));
        CallHandler<SignCertificateRequest, SignCertificateResponse> prepared =
                Objects.requireNonNull(handler.prepare(caller, request).block());
        return Objects.requireNonNull(
                database.transaction().transactional(prepared.handle(caller, request)).block());
    }

    /** How many stations are asked to renew their certificates at a time after now. */
    long renewals(Duration later) {
        Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
        return Objects.requireNonNull(
                new CertificateRenewals(
                                connections,
                                commands,
                                clock,
                                database.transaction(),
                                new CertificateRenewals.Terms(
                                        authority.properties(), authority.authorities()))
                        .ask()
                        .block());
    }

    /** What lets a station come with an expired certificate. */
    ExpiredCertificates expired() {
        return new ExpiredCertificates(
                credentials.credentials(),
                connections,
                new CertificateRenewals(
                        connections,
                        commands,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        database.transaction(),
                        new CertificateRenewals.Terms(
                                authority.properties(), authority.authorities())),
                events.own(),
                database.transaction());
    }

    /** What the station says to that. */
    void renewal(Outcome<TriggerMessageResponse> outcome) {
        database.transaction()
                .transactional(
                        new TriggerMessageCommand(connections, meters)
                                .completed(
                                        station,
                                        commands.last(TriggerMessageRequest.class),
                                        outcome))
                .block();
    }

    /** One round at a time after now; how much there was to do. */
    long round(Duration later) {
        Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
        Delivery delivery =
                new Delivery(
                        certificates,
                        connections,
                        credentials.credentials(),
                        commands,
                        database.transaction());
        return Objects.requireNonNull(
                new SigningRound(
                                certificates,
                                authority.authorities(),
                                delivery,
                                clock,
                                new SimpleMeterRegistry())
                        .run()
                        .block());
    }

    CertificateSignedRequest delivered() {
        return commands.last(CertificateSignedRequest.class);
    }

    Mono<CertificateSignedRequest> prepare(CertificateSignedRequest request) {
        return signed.prepare(station, request);
    }

    void answer(CertificateSignedStatusEnum status) {
        end(new Outcome.Answered<>(new CertificateSignedResponse(status, null, null)));
    }

    void end(Outcome<CertificateSignedResponse> outcome) {
        database.transaction()
                .transactional(signed.completed(station, delivered(), outcome))
                .block();
    }

    /** The newest row first. */
    List<StationCertificate> rows() {
        CertificateList.Filter all =
                new CertificateList.Filter(station.stationId(), null, null, null);
        return Objects.requireNonNull(
                        list.list(station.tenant(), all, new PageRequest(null, 50)).block())
                .items();
    }

    StationCertificate row(String serialNumber) {
        return Objects.requireNonNull(list.find(station, serialNumber).block());
    }

    @Nullable List<String> valid() {
        return credentials.published(station).certificates();
    }

    /** A millisecond passes whenever somebody looks. */
    private static final class TickingClock extends Clock {

        private final AtomicLong passed = new AtomicLong();

        @Override
        public Instant instant() {
            return NOW.plusMillis(passed.getAndIncrement());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
