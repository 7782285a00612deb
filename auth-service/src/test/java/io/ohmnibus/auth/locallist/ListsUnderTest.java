/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.auth.FakeCommands;
import io.ohmnibus.auth.group.TokenGroupsUnderTest;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import io.ohmnibus.auth.token.TokensUnderTest;
import io.ohmnibus.contracts.station.VariableValues;
import io.ohmnibus.contracts.station.VariableValuesQuery;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.message.GetLocalListVersionRequest;
import io.ohmnibus.ocpp.message.GetLocalListVersionResponse;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.message.SendLocalListResponse;
import io.ohmnibus.ocpp.type.AuthorizationData;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.SendLocalListStatusEnum;
import io.ohmnibus.ocpp.type.UpdateEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Local lists on real tables, and a station that keeps the one that it is sent. */
final class ListsUnderTest {

    /** What the station has told of LocalAuthListCtrlr. */
    private final Map<String, VariableValues> told =
            new TreeMap<>(
                    Map.of(
                            "ItemsPerMessage", new VariableValues(List.of("3"), null),
                            "BytesPerMessage", new VariableValues(List.of("10000"), null)));

    final StationKey station = new StationKey("T-" + UUID.randomUUID(), "CS-1");
    final FakeCommands commands = new FakeCommands();
    final Tokens tokens;
    final TokenGroupsUnderTest groups;
    final LocalLists lists;
    final ListEntries entries;
    final LocalListRules rules;
    final ListSpread spread;
    final SendLocalListCommand send;
    final GetLocalListVersionCommand version;
    private final ListLimits limits = new ListLimits(asking());
    private final ListCourse course;
    private final ServiceDatabase database;
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private int answered;

    /** The station's own list, and how it behaves. */
    final Map<String, String> installed = new TreeMap<>();

    int installedVersion;

    /** What it answers instead of Accepted. */
    @Nullable SendLocalListStatusEnum refusing;

    ListsUnderTest(TestDatabase test) {
        database = ServiceDatabase.migrate(test, Service.AUTH);
        Clock clock =
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                };
        tokens = TokensUnderTest.in(database);
        groups = new TokenGroupsUnderTest(database, station.tenant());
        lists = new LocalLists(database.client(), clock);
        entries = new ListEntries(database.client());
        rules = new LocalListRules(database.client(), clock);
        spread = new ListSpread(database.client(), clock);
        course =
                new ListCourse(
                        lists,
                        new ListUpdate(entries, tokens),
                        TokensUnderTest.revisions(database),
                        commands);
        send = new SendLocalListCommand(lists, entries, limits, course);
        version = new GetLocalListVersionCommand(lists, course);
        await(
                database.client()
                        .sql(
                                """
                                insert into station_credentials
                                  (tenant, station_id, security_profile, changed_at)
                                values (:tenant, :stationId, 1, now())
                                """)
                        .bindProperties(station)
                        .then());
    }

    private Queries asking() {
        return new Queries() {
            @Override
            public <A> Mono<A> ask(
                    Service owner, StationKey of, Object query, Class<A> type, Duration limit) {
                String variable = ((VariableValuesQuery) query).variable();
                return Mono.fromSupplier(() ->
                        type.cast(
                                told.getOrDefault(variable, new VariableValues(List.of(), null))));
            }
        };
    }

    /** The station takes no more entries than that in all. */
    void room(int entries) {
        told.put("Entries", new VariableValues(List.of("0"), BigDecimal.valueOf(entries)));
    }

    <T> void await(Mono<T> work) {
        work.block(Duration.ofSeconds(30));
    }

    /** A statement that may mention the tenant. */
    void execute(String sql) {
        var statement = database.client().sql(sql);
        await(
                (sql.contains(":tenant") ? statement.bind("tenant", station.tenant()) : statement)
                        .then());
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    void rule(LocalListRule.Tokens which, boolean refused, String... groups) {
        LocalListRule rule =
                new LocalListRule(which, groups.length == 0 ? null : List.of(groups), refused);
        await(database.transaction().transactional(rules.put(station.tenant(), "", rule, "me")));
    }

    void save(Token... some) {
        await(tokens.save(station.tenant(), List.of(some)));
    }

    void remove(String token) {
        await(tokens.remove(TokenKey.of(station.tenant(), "ISO14443", token)));
    }

    /** What the sweep does once; everything that is sent is answered. */
    void sweep() {
        look();
        answerAll();
    }

    /** The same without answers. */
    void look() {
        await(database.transaction().transactional(spread.spread()));
        for (StationKey due :
                Objects.requireNonNull(lists.takeUp(50, ListCourse.BUSY).collectList().block())) {
            await(
                    database.transaction()
                            .transactional(
                                    course.begin(
                                            due, Objects.requireNonNull(limits.of(due).block()))));
        }
    }

    void answerAll() {
        while (answered < commands.sent().size()) {
            answer(commands.sent().get(answered));
        }
    }

    /** The station answers the oldest command that is open, unless it is given another outcome. */
    private void answer(Request<?> request) {
        if (request instanceof SendLocalListRequest update) {
            end(new Outcome.Answered<>(new SendLocalListResponse(take(update), null, null)));
        } else {
            answered++;
            await(
                    database.transaction()
                            .transactional(
                                    version.completed(
                                            station,
                                            (GetLocalListVersionRequest) request,
                                            new Outcome.Answered<>(
                                                    new GetLocalListVersionResponse(
                                                            installedVersion, null)))));
        }
    }

    /** The oldest open SendLocalList ends like this. */
    void end(Outcome<SendLocalListResponse> outcome) {
        SendLocalListRequest request = (SendLocalListRequest) commands.sent().get(answered++);
        await(database.transaction().transactional(send.completed(station, request, outcome)));
    }

    private SendLocalListStatusEnum take(SendLocalListRequest update) {
        if (refusing != null) {
            return refusing;
        }
        boolean full = update.updateType() == UpdateEnum.FULL;
        if (!full && update.versionNumber() <= installedVersion) {
            return SendLocalListStatusEnum.VERSION_MISMATCH;
        }
        if (full) {
            installed.clear();
        }
        for (AuthorizationData one :
                Objects.requireNonNullElse(
                        update.localAuthorizationList(), List.<AuthorizationData>of())) {
            if (one.idTokenInfo() == null) {
                installed.remove(one.idToken().idToken());
            } else {
                installed.put(one.idToken().idToken(), one.idTokenInfo().status().wireName());
            }
        }
        installedVersion = update.versionNumber();
        return SendLocalListStatusEnum.ACCEPTED;
    }

    LocalList list() {
        return Objects.requireNonNull(lists.find(station).block());
    }

    /** The parts that were sent since the last call of this method. */
    List<SendLocalListRequest> parts() {
        List<SendLocalListRequest> parts = new ArrayList<>();
        for (Request<?> request : commands.sent()) {
            if (request instanceof SendLocalListRequest part) {
                parts.add(part);
            }
        }
        List<SendLocalListRequest> fresh = parts.subList(seen, parts.size());
        seen = parts.size();
        return List.copyOf(fresh);
    }

    private int seen;

    static Token token(String id) {
        return Token.accepted(id, "ISO14443");
    }

    static Token token(
            String id,
            AuthorizationStatusEnum status,
            Token.Validity validity,
            @Nullable String group,
            @Nullable Map<String, List<Integer>> allowedAt) {
        return new Token(
                id,
                "ISO14443",
                status,
                validity,
                group == null ? null : new Token.Group(group, "Central"),
                null,
                null,
                null,
                false,
                allowedAt);
    }
}
